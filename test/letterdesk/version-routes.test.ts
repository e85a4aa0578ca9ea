import assert from 'node:assert/strict';
import { composeLetter, shippedLetter } from '../../src/platform/letters.js';
import type { Browser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const PAGE = '/staff/settings/letters/signin/signIn';
const KEY = 'signin:letters.signIn';
const VALUES = { name: 'Ute', validFor: 'eine Stunde' };
const [german, english] = [shippedLetter(KEY, 'de'), shippedLetter(KEY, 'en')];

describe('the versions of a letter’s text', () => {
  let portal: TestPortal;
  let admin: Browser;
  before(async () => {
    portal = await openPortal();
    admin = await signInAs(portal, 'administrator');
    await save('Eins {link}', '0');
    await save('Zwei {link}', '1');
  });
  after(() => portal.close());

  const save = (bodyDe: string, version: string) =>
    admin.send(PAGE, {
      version,
      subjectDe: german.subject,
      bodyDe,
      subjectEn: english.subject,
      bodyEn: english.body,
      step: 'save',
    });
  const restore = (number: number, version: string, browser = admin) =>
    browser.send(PAGE, { version }, `${PAGE}/versions/${number}/restore`);
  const inForce = async () => (await composeLetter(portal.db, KEY, 'de', VALUES)).body;

  it('are listed with who and when, the shipped text last', async () => {
    const { text } = await admin.visit(`${PAGE}/versions`);
    assert.match(
      text,
      /Fassung 2[\s\S]*Gilt jetzt[\s\S]*Mia Muster[\s\S]*Fassung 1[\s\S]*Ausgelieferter Text/,
    );
  });

  it('are shown beside the one in force, or any other', async () => {
    const one = await admin.visit(`${PAGE}/versions/1`);
    assert.match(one.text, /Fassung 1 → Fassung 2[\s\S]*<del>[\s\S]*Eins[\s\S]*<ins>[\s\S]*Zwei/);
    const shipped = await admin.visit(`${PAGE}/versions/1?with=0`);
    assert.match(shipped.text, /Ausgelieferter Text → Fassung 1/);
    for (const number of ['7', '-1', 'x', '1e9'])
      assert.equal((await admin.visit(`${PAGE}/versions/${number}`)).status, 404, number);
  });

  it('are not taken again on a page that is no longer true', async () => {
    const res = await restore(1, '1');
    assert.equal(res.status, 409);
    assert.match(res.text, /Es wurde nichts übernommen/);
    assert.match(await inForce(), /^Zwei/);
  });

  it('are not taken again by those who only read', async () => {
    assert.equal((await restore(1, '2', await signInAs(portal, 'auditor'))).status, 403);
  });

  it('become the newest when they are taken again; a second click does nothing', async () => {
    assert.equal((await restore(1, '2')).status, 303);
    assert.equal(await inForce(), 'Eins https://x\n'.replace('https://x', '{link}'));
    assert.equal((await restore(1, '2')).status, 303);
    assert.equal((await portal.db('letter_versions').where({ key: KEY })).length, 3);
    assert.match((await admin.visit(`${PAGE}/versions`)).text, /Fassung 1 wieder übernommen/);
    const entry = await portal.db('audit_entries').where({ action: 'letter_text.restored' }).first();
    assert.deepEqual(JSON.parse(entry.details), { version: 3, own: 'de', restored: 1 });
  });

  it('give way to the shipped text', async () => {
    assert.equal((await restore(0, '3')).status, 303);
    assert.match((await admin.visit(PAGE)).text, /Es gilt wieder der ausgelieferte Text/);
    assert.match(await inForce(), /^Guten Tag Ute/);
    assert.equal((await restore(9, '4')).status, 404);
  });

  it('are not taken again where they name what nobody fills any more', async () => {
    const { id } = await portal.db('staff').first('id');
    const texts = JSON.stringify({ de: { subject: 'x', body: '{vorname} {link}' }, en: null });
    await portal
      .db('letter_versions')
      .insert({ key: KEY, number: 5, texts, changed_by: id, changed_at: '2024-10-10T07:00:00Z' });
    assert.match((await admin.visit(PAGE)).text, /Bitte prüfen/);
    assert.match(await inForce(), /^Guten Tag Ute/);
    assert.equal((await restore(0, '5')).status, 303);
    const res = await restore(5, '6');
    assert.equal(res.status, 409);
    assert.match(res.text, /Platzhalter, die das Portal nicht mehr füllt/);
  });
});
