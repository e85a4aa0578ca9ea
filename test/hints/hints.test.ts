import assert from 'node:assert/strict';
import { type Hinted, hintsFor } from '../../src/hints/hints.js';

const EVENT = { startsAt: new Date('2024-10-24T07:15:00Z'), endsAt: new Date('2024-10-24T15:00:00Z') };
const PLAIN: Hinted = {
  email: 'mara@verlag.example',
  outletType: 'print',
  outletWebsite: 'https://beispielbote.example',
  proofKind: 'imprint',
  pressCardIssuer: '',
  pressCardYear: '',
};
const CARD: Partial<Hinted> = { proofKind: 'press_card', pressCardIssuer: 'djv', pressCardYear: '2024' };

const CASES: [string, Partial<Hinted>, string[]][] = [
  ['says nothing where nothing stands out', {}, []],
  ['welcomes a card of the event’s year', CARD, ['cardCovers']],
  ['points out a card of another year', { ...CARD, pressCardYear: '2023' }, ['cardYear']],
  ['points out another issuer', { ...CARD, pressCardIssuer: 'other' }, ['otherIssuer', 'cardCovers']],
  [
    'looks at card data only where the card is the proof',
    { ...CARD, proofKind: 'samples', pressCardYear: '1999' },
    [],
  ],
  ['points out a mailbox for everybody', { email: 'Mara@GMX.de' }, ['freeMail']],
  [
    'finds it usual for freelancers',
    { email: 'mara@gmx.de', outletType: 'freelance' },
    ['freeMailFreelance'],
  ],
  ['points out a throw-away mailbox', { email: 'mara@mailinator.com' }, ['disposableMail']],
  [
    'points out a throw-away mailbox below such a domain, also of a freelancer',
    { email: 'mara@x.mailinator.com', outletType: 'freelance' },
    ['disposableMail'],
  ],
  ['sees an address of the outlet’s own domain', { email: 'm@beispielbote.example' }, ['sameDomain']],
  ['sees it below a department of the domain', { email: 'm@kultur.beispielbote.example' }, ['sameDomain']],
  [
    'reads a website without its protocol',
    { email: 'm@a.example', outletWebsite: 'www.a.example/x' },
    ['sameDomain'],
  ],
  [
    'is not fooled by a domain that only ends alike',
    { email: 'm@beispielbote.example', outletWebsite: 'bote.example' },
    [],
  ],
  [
    'sees two houses under one public suffix',
    { email: 'm@beispiel.co.uk', outletWebsite: 'https://muster.co.uk' },
    [],
  ],
  [
    'sees one house under a suffix of two parts',
    { email: 'm@news.muster.co.uk', outletWebsite: 'https://www.muster.co.uk/team' },
    ['sameDomain'],
  ],
  [
    'sees two customers of one host',
    { email: 'm@beispiel.github.io', outletWebsite: 'https://muster.github.io' },
    [],
  ],
  [
    'sees that an umlaut is the same in DNS',
    { email: 'm@müster.example', outletWebsite: 'xn--mster-kva.example' },
    ['sameDomain'],
  ],
  ['leaves out a website that is a suffix', { email: 'm@co.uk', outletWebsite: 'co.uk' }, []],
  ['leaves out an address that is none', { email: 'mara' }, []],
  ['leaves out a website that is none', { outletWebsite: '::' }, []],
];

describe('hints about a request', () => {
  for (const [name, changes, expected] of CASES) {
    it(name, () => {
      const hints = hintsFor({ ...PLAIN, ...changes }, EVENT);
      assert.deepEqual(
        hints.map(({ key }) => key),
        expected,
      );
    });
  }

  it('does not call a card good that covers only the first of two years', () => {
    const overNewYear = {
      startsAt: new Date('2024-12-31T20:00:00Z'),
      endsAt: new Date('2025-01-01T10:00:00Z'),
    };
    assert.deepEqual(
      hintsFor({ ...PLAIN, ...CARD }, overNewYear).map(({ key }) => key),
      ['cardYear'],
    );
  });
});
