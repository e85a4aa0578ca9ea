import assert from 'node:assert/strict';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('counts at the desk', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());

  it('say so while nothing was counted', async () => {
    const editor = await signInAs(portal, 'editor');
    const { text } = await editor.visit('/staff/counts');
    assert.match(text, /In diesem Zeitraum wurde nichts gezählt/);
    assert.match(text, /Keine Seite wurde geöffnet\. Keine Datei wurde geladen\./);
  });

  it('are a drawing with a table, and what was asked for most', async () => {
    await portal.db('counts').insert([
      { day: '2024-10-10', kind: 'view', path: '/de/press', number: 1200 },
      { day: '2024-10-09', kind: 'download', path: '/media/podium/print', number: 7 },
      { day: '2024-09-20', kind: 'view', path: '/de', number: 5 },
    ]);
    const editor = await signInAs(portal, 'editor');
    const { text } = await editor.visit('/staff/counts');
    const plain = text.replaceAll('\u00A0', ' ').replaceAll('<wbr>', '');
    assert.match(plain, /Die meisten Seiten, 1\.200, wurden am 10\. Oktober 2024 geöffnet\./);
    assert.match(plain, /Seiten geöffnet: <strong>1\.200<\/strong>/);
    assert.match(plain, /href="\/media\/podium\/print"/);
    assert.equal([...text.matchAll(/<rect class="is-[ab]" x=/g)].length - 1, 2);
    assert.match((await editor.visit('/staff/counts?days=30')).text, /1\.205/);
    assert.equal((await editor.visit('/staff/counts?days=unfug')).status, 200);
  });

  it('are for the newsroom and for auditors', async () => {
    assert.equal((await (await signInAs(portal, 'auditor')).visit('/staff/counts')).status, 200);
    assert.equal((await (await signInAs(portal, 'reviewer')).visit('/staff/counts')).status, 403);
  });
});
