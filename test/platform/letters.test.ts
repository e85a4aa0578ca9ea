import assert from 'node:assert/strict';
import { composeLetter, fillPlaceholders } from '../../src/platform/letters.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const TEMPLATE = 'signin:letters.signIn';
const VALUES = { name: 'Ute Beispiel', validFor: 'eine Stunde' };

describe('the placeholders of a letter', () => {
  it('are filled by name', () => {
    assert.equal(fillPlaceholders('Guten Tag {name}, {name}!', { name: 'Ute' }), 'Guten Tag Ute, Ute!');
  });

  it('must all be filled', () => {
    assert.throws(() => fillPlaceholders('Bis {date}', {}), /\{date\}/);
  });

  it('are not filled twice: a value that looks like one stays text', () => {
    assert.equal(fillPlaceholders('{name}', { name: '{secret}', secret: 'x' }), '{secret}');
  });
});

onBothDatabases('a letter', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  let number = 0;
  const writeOwn = async (text: { subject: string; body: string }) => {
    const { id } = await someMember(portal);
    number += 1;
    const texts = JSON.stringify({ de: text, en: null });
    await portal
      .db('letter_versions')
      .insert({ key: TEMPLATE, number, texts, changed_by: id, changed_at: 'now' });
  };

  it('is written in the person’s language', async () => {
    const [german, english] = [
      await composeLetter(portal.db, TEMPLATE, 'de', VALUES),
      await composeLetter(portal.db, TEMPLATE, 'en', VALUES),
    ];
    assert.match(german.body, /^Guten Tag Ute Beispiel/);
    assert.notEqual(english.body, german.body);
  });

  it('keeps the place of the personal link, which is put in while it is sent', async () => {
    assert.match((await composeLetter(portal.db, TEMPLATE, 'de', VALUES)).body, /\{link\}/);
  });

  it('does not leave with a hole in it', async () => {
    await assert.rejects(composeLetter(portal.db, TEMPLATE, 'de', {}), /needs a value for \{name\}/);
  });

  it('uses the text the team wrote instead, in that language only', async () => {
    await writeOwn({ subject: 'Von uns', body: 'Hallo {name}' });
    const own = await composeLetter(portal.db, TEMPLATE, 'de', VALUES);
    assert.deepEqual(own, { subject: 'Von uns', body: 'Hallo Ute Beispiel\n' });
    assert.notEqual((await composeLetter(portal.db, TEMPLATE, 'en', VALUES)).subject, 'Von uns');
  });

  it('uses the newest of those texts', async () => {
    await writeOwn({ subject: 'Erste', body: 'Hallo {name}' });
    await writeOwn({ subject: 'Zweite', body: 'Hallo {name}' });
    assert.equal((await composeLetter(portal.db, TEMPLATE, 'de', VALUES)).subject, 'Zweite');
  });

  it('falls back to the shipped text where an own one names what nobody fills any more', async () => {
    await writeOwn({ subject: 'Von uns', body: 'Hallo {vorname}' });
    const { body } = await composeLetter(portal.db, TEMPLATE, 'de', VALUES);
    assert.match(body, /^Guten Tag Ute Beispiel/);
  });

  it('has a subject of one line, whatever was put into it', async () => {
    await writeOwn({ subject: 'Link für {name}', body: 'x' });
    const { subject } = await composeLetter(portal.db, TEMPLATE, 'de', { name: 'A\r\nBcc: b@x.example' });
    assert.equal(subject, 'Link für A Bcc: b@x.example');
  });

  it('closes the gap that an empty value leaves', async () => {
    await writeOwn({ subject: 'x', body: 'Eins\n\n{name}\n\nZwei' });
    assert.equal((await composeLetter(portal.db, TEMPLATE, 'de', { name: '' })).body, 'Eins\n\nZwei\n');
  });
});
