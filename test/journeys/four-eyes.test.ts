/** Four eyes: one person proposes a rejection and cannot confirm it, a second one reads the letter and confirms; it leaves. */
import assert from 'node:assert/strict';
import { assertAccessible } from '../support/chromium.js';
import { atTheDesk, letUndoDelayPass, referenceOf } from '../support/desk.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

describe('four eyes', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
    await portal.db('events').update({ four_eyes: 1 });
  });
  after(() => portal.close());

  it('rejects only when a second person confirms', async () => {
    const reference = await referenceOf(portal, 'Testlauf');
    const request = () => portal.db('accreditation_requests').where({ reference }).first();
    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto(`/staff/requests/${reference}/decide/reject`);
      await page.check('[name=reason][value=no_proof]');
      await page.fill('[name=text]', 'Der verlinkte Beitrag nennt einen anderen Namen.');
      await page.getByRole('button', { name: 'Ablehnung vorschlagen' }).click();
      await page.getByText(/Der Vorschlag zu .* ist gespeichert/).waitFor();
      await page.goto(`/staff/requests/${reference}/proposal`);
      assert.equal(await page.getByRole('button', { name: 'Ablehnung bestätigen' }).count(), 0);
      await assertAccessible(page, 'the own proposal');
    });
    assert.equal((await request()).shown_state, (await request()).state, 'nothing is decided yet');

    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.getByRole('link', { name: /wartet auf eine zweite Person/ }).click();
      assert.match(await page.locator('.desk-letter').innerText(), /nennt einen anderen Namen/);
      await assertAccessible(page, 'the proposal of a colleague');
      await page.getByRole('button', { name: 'Ablehnung bestätigen' }).click();
      await page.getByRole('button', { name: /Rückgängig/ }).waitFor();
    });
    assert.equal((await request()).state, 'rejected');

    letUndoDelayPass(portal);
    const { text = '' } = await portal.letterTo((await request()).email, /Ihr Antrag/);
    assert.match(text, /nennt einen anderen Namen/);
    assert.equal((await request()).shown_state, 'rejected');
  });
});
