import assert from 'node:assert/strict';
import fc from 'fast-check';
import { down, up } from '../../migrations/20241001108200_likeness.js';
import { cardKey, outletKey, personKey } from '../../src/accreditation/likeness.js';
import { anEvent, aRequest } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

type Name = [firstName: string, lastName: string];
const person = ([firstName, lastName]: Name) => personKey({ firstName, lastName });
const outlet = (outletName: string) => outletKey({ outletName });
const card = (pressCardNumber: string) => cardKey({ pressCardNumber });

describe('the key of a person', () => {
  const SAME: [string, Name, Name][] = [
    ['with an umlaut written out', ['Jörg', 'Müller-Muster'], ['Joerg', 'Mueller-Muster']],
    ['with an umlaut left out', ['Jörg', 'Müller'], ['Jorg', 'Muller']],
    ['with an umlaut of two signs', ['Jo\u0308rg', 'Mu\u0308ller'], ['Jörg', 'Müller']],
    ['with ß and ss', ['Max', 'Großmuster'], ['MAX', 'GROSSMUSTER']],
    ['with accents', ['Zoë', 'Exemplé'], ['Zoe', 'Exemple']],
    ['with letters of the north', ['Søren', 'Mustergård'], ['Soeren', 'Mustergard']],
    ['first name last', ['Mara', 'Musterfeld'], ['Musterfeld', 'Mara']],
    ['with a hyphen, a space or neither', ['Max', 'Muster-Meier'], ['Max', 'Mustermeier']],
    ['with a hyphen or a space', ['Hans-Peter', 'Muster'], ['Hans Peter', 'Muster']],
    ['with a title', ['Dr. Hilde', 'Exempel'], ['Hilde', 'Exempel']],
    ['with two titles', ['Prof. Dr. med. Hilde', 'Exempel'], ['hilde', 'exempel']],
    ['with a middle initial', ['Mara L.', 'Musterfeld'], ['Mara', 'Musterfeld']],
    ['with an apostrophe', ["Una O'Muster", 'Probe'], ['Una OMuster', 'Probe']],
    ['with spaces around', ['  Mara ', ' Musterfeld  '], ['Mara', 'Musterfeld']],
  ];
  for (const [name, one, other] of SAME) {
    it(`is the same ${name}`, () => {
      assert.equal(person(one), person(other));
      assert.ok(person(one));
    });
  }

  const UNLIKE: [Name, Name][] = [
    [
      ['Mara', 'Musterfeld'],
      ['Maria', 'Musterfeld'],
    ],
    [
      ['Max', 'Meier'],
      ['Max', 'Maier'],
    ],
    [
      ['Ann', 'Amuster'],
      ['Anna', 'Muster'],
    ],
  ];
  for (const [one, other] of UNLIKE) {
    it(`tells ${one.join(' ')} from ${other.join(' ')}`, () => assert.notEqual(person(one), person(other)));
  }

  it('keeps a name that is nothing but a title or an initial', () => {
    assert.equal(person(['Phil', 'Muster']), 'muster phil');
    assert.equal(person(['X.', 'Muster']), 'muster x');
  });

  it('keeps names in other alphabets', () => assert.ok(person(['Мара', 'Мустер'])));

  it('is missing where no name is', () => assert.equal(person(['', ' - ']), undefined));

  it('does not mind case, order or punctuation, whatever the name', () => {
    const letters = fc
      .string({
        unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüßéèçñåÄÖÜ'.split('')),
        minLength: 2,
        maxLength: 12,
      })
      // A name that begins like this is neither a title nor an initial.
      .map((rest) => `Bm${rest}`);
    fc.assert(
      fc.property(
        letters,
        letters,
        letters,
        fc.constantFrom(' ', '-', '’', ' - '),
        (first, last, more, sign) => {
          const plain = person([first, `${last}${sign}${more}`]);
          assert.equal(person([`${last} ${more}`.toUpperCase(), ` ${first.toUpperCase()}`]), plain);
          assert.equal(person([`Dr. ${spelledOut(first)}`, spelledOut(`${last}-${more}`)]), plain);
        },
      ),
      { numRuns: 200 },
    );
  });
});

const SPELLED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const spelledOut = (name: string) => name.toLowerCase().replace(/[äöüß]/g, (letter) => SPELLED[letter]!);

describe('the key of an outlet', () => {
  const SAME: [string, string, string][] = [
    ['with and without GmbH', 'Beispielbote GmbH', 'Beispielbote'],
    ['with GmbH & Co. KG', 'Beispielbote GmbH & Co. KG', 'BEISPIELBOTE'],
    ['with the legal form in dots', 'Beispielbote G.m.b.H.', 'Beispielbote'],
    ['as a publishing house', 'Musterverein Verlag', 'Verlag Musterverein'],
    ['with e.V.', 'Bürgerfunk Muster e.V.', 'Buergerfunk Muster'],
    ['with e. V.', 'Bürgerfunk Muster e. V.', 'Burgerfunk-Muster eV'],
    ['with AG', 'Musterpresse AG', 'Musterpresse'],
    ['with an article', 'Die Musterzeitung', 'Musterzeitung'],
    ['with & and und', 'Muster & Probe', 'Muster und Probe'],
    ['as one word or two', 'Muster Kurier Gera', 'Musterkurier Gera'],
    ['as a web address', 'www.beispielbote.example', 'Beispielbote'],
    ['as its domain', 'beispielbote.de', 'Beispielbote'],
  ];
  for (const [name, one, other] of SAME) {
    it(`is the same ${name}`, () => {
      assert.equal(outlet(one), outlet(other));
      assert.ok(outlet(one));
    });
  }

  for (const name of [
    'frei',
    'Freie Journalistin',
    'freiberuflich',
    'diverse Medien',
    'für mehrere',
    '–',
    '',
  ]) {
    it(`is missing for “${name}”`, () => assert.equal(outlet(name), undefined));
  }

  it('keeps a name that is made of such words', () => {
    assert.equal(outlet('Freie Presse'), 'freiepresse');
    assert.equal(outlet('Der Verlag'), 'derverlag');
  });

  it('tells two towns apart', () =>
    assert.notEqual(outlet('Musterkurier Gera'), outlet('Musterkurier Jena')));
});

describe('the key of a press card', () => {
  it('does not mind signs, case and leading zeros', () => {
    for (const number of ['MU-000-4711', 'mu 000 4711', 'MU0004711', 'mu/000/4711'])
      assert.equal(card(number), 'mu0004711');
    assert.equal(card('004711'), card('4711'));
  });

  for (const number of ['', '0000', 'folgt', '12', '-'])
    it(`is missing for “${number}”`, () => assert.equal(card(number), undefined));
});

onBothDatabases('keys of requests from before', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await open();
  });
  after(() => portal.close());

  it('are filled in by the migration, the same as those of new ones', async () => {
    const event = await anEvent(portal);
    const input = { firstName: 'Jörg', lastName: 'Groß-Muster', outletName: 'Beispielbote GmbH & Co. KG' };
    const proof = { proofKind: 'press_card', pressCardNumber: 'MU-0815' } as const;
    await aRequest(portal, { event, input: { ...input, ...proof } });
    await aRequest(portal, { event, input: { outletName: 'frei', firstName: 'Dr. Una' } });
    const keys = () =>
      portal.db('accreditation_requests').orderBy('id').select('person_key', 'outlet_key', 'card_key');
    const written = await keys();
    assert.deepEqual(written[0], {
      person_key: 'grossmuster jorg',
      outlet_key: 'beispielbote',
      card_key: 'mu0815',
    });
    await down(portal.db);
    await up(portal.db);
    assert.deepEqual(await keys(), written);
  });
});
