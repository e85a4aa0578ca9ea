/** An approval is revoked under four eyes: nobody outside sees it before its letter, everybody afterwards; and undone. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, withPage } from '../support/chromium.js';
import { atTheDesk, letUndoDelayPass, referenceOf, statusPageOf } from '../support/desk.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';
import { wordsIn } from '../support/pdf-reader.js';

const FACT = 'Die Redaktion schrieb uns, dass der Ausweis einer anderen Person gehört.';
const WEIGHING = 'Auf den Ausweis stützte sich die Zulassung; ein milderes Mittel gibt es nicht.';

describe('revoking an approval', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
    await portal.db('events').update({ four_eyes: 1 });
  });
  after(() => portal.close());

  const main = async (page: Page): Promise<string> =>
    (await page.locator('main').innerText()).replace(/\s+/g, ' ');

  async function propose(page: Page, lastName: string): Promise<void> {
    await page.goto(`/staff/requests/${await referenceOf(portal, lastName)}`);
    await page.getByRole('link', { name: 'Widerrufen' }).click();
    await page.getByLabel('Unrichtige Angaben im Antrag').check();
    await page.getByLabel('Neue Tatsache').fill(FACT);
    await page.getByLabel('Bekannt geworden am').fill('2024-10-09');
    await page.getByLabel('Abwägung im Einzelfall').fill(WEIGHING);
    await page.getByRole('button', { name: 'Widerruf vorschlagen' }).click();
    await page.getByText(/Der Vorschlag zu .* ist gespeichert/).waitFor();
  }

  async function confirm(page: Page, lastName: string): Promise<void> {
    await page.goto(`/staff/requests/${await referenceOf(portal, lastName)}`);
    await page.getByRole('link', { name: 'Vorschlag prüfen' }).click();
    await page.getByRole('button', { name: 'Widerruf bestätigen' }).click();
    await page.getByRole('button', { name: 'Rückgängig machen' }).waitFor();
  }

  /** Page, own data and badge say that the approval holds, and nothing of a revocation. */
  const assertStillApproved = (lastName: string) =>
    withPage({}, async (page) => {
      const address = await statusPageOf(portal, lastName);
      await page.goto(address);
      assert.match(await main(page), /Sie sind akkreditiert/);
      const data = await (await page.request.get(`${address}/data.json`)).json();
      assert.equal(data.state, 'approved');
      for (const told of [await main(page), JSON.stringify(data)])
        assert.doesNotMatch(told, /[Ww]iderruf|revoke|einer anderen Person/);
      const badge = await page.request.get(`${address}/badge.pdf`);
      assert.equal(badge.status(), 200);
      assert.match(wordsIn(await badge.body()), new RegExp(lastName));
    });

  it('asks for the new fact, its day, the weighing and a reason, and loses nothing typed', async () => {
    await atTheDesk(portal, 'administrator', async (page) => {
      await page.goto(`/staff/requests/${await referenceOf(portal, 'Beispielmann')}/decide/revoke`);
      await assertAccessible(page, 'the page of a revocation');
      await page.getByLabel('Abwägung im Einzelfall').fill(WEIGHING);
      await page.getByLabel('Bekannt geworden am').fill('2024-10-31');
      await page.getByRole('button', { name: 'Widerruf vorschlagen' }).click();
      const alert = await page.getByRole('alert').innerText();
      for (const missing of [/Grund aus dem Katalog/, /was bekannt geworden ist/, /heute oder früher/])
        assert.match(alert, missing);
      assert.equal(await page.getByLabel('Abwägung im Einzelfall').inputValue(), WEIGHING);
      await assertAccessible(page, 'a revocation with gaps');
    });
    await assertStillApproved('Beispielmann');
  });

  it('needs a second person, and shows nothing to the applicant before the letter has left', async () => {
    await atTheDesk(portal, 'administrator', (page) => propose(page, 'Beispielmann'));
    await assertStillApproved('Beispielmann');
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(`/staff/requests/${await referenceOf(portal, 'Beispielmann')}/proposal`);
      assert.match(await main(page), new RegExp(`${FACT}[\\s\\S]*${WEIGHING}`));
      await assertAccessible(page, 'the proposal of a revocation');
      await confirm(page, 'Beispielmann');
    });
    await assertStillApproved('Beispielmann');
  });

  it('tells reason, fact, weighing, law, contact and remedy in the letter and on the page, and the badge is void', async () => {
    const { email } = await portal.db('accreditation_requests').where({ last_name: 'Beispielmann' }).first();
    letUndoDelayPass(portal);
    const letter = await portal.letterTo(email, /ist widerrufen/);
    assert.deepEqual(letter.attachments, []);
    const grounds = [
      /Angaben[^.]*unrichtig/,
      /Am 9\. Oktober 2024 ist uns bekannt geworden:/,
      new RegExp(FACT),
      new RegExp(WEIGHING),
      /Pressegesetz/,
      /Verwaltungsgericht/,
      /kommunikation@tfm/,
    ];
    const text = (letter.text ?? '').replace(/\s+/g, ' ');
    for (const said of [/Ausweis gilt ab sofort nicht mehr/, /§§ 48, 49/, ...grounds])
      assert.match(text, said);

    await withPage({}, async (page) => {
      const address = linkIn(letter);
      await page.goto(address);
      for (const said of [/Ihre Akkreditierung gilt nicht mehr/, /Ihr Ausweis .* ist ungültig/, ...grounds])
        assert.match(await main(page), said);
      await assertAccessible(page, 'a status page after a revocation');
      const data = await (await page.request.get(`${address}/data.json`)).json();
      assert.equal(data.state, 'revoked');
      await page.goto(`${address}/badge.pdf`);
      assert.match(await main(page), /nur, solange eine Zulassung gilt/);
      await assertAccessible(page, 'no badge after a revocation');
    });
  });

  it('can be undone while the letter waits: the approval holds, no letter leaves, the proposal waits again', async () => {
    const { email, reference } = await portal
      .db('accreditation_requests')
      .where({ last_name: 'Vordruck' })
      .first();
    await atTheDesk(portal, 'administrator', (page) => propose(page, 'Vordruck'));
    await atTheDesk(portal, 'reviewer', async (page) => {
      await confirm(page, 'Vordruck');
      await page.getByRole('button', { name: 'Rückgängig machen' }).click();
      await page.getByText(/ist rückgängig gemacht\. Es ging kein Schreiben hinaus/).waitFor();
      await page.getByRole('link', { name: 'Vorschlag prüfen' }).waitFor();
    });
    letUndoDelayPass(portal);
    const letters = await portal
      .db('outgoing_mails')
      .where({ recipient: email, kind: 'decisions:letters.revoked' });
    assert.deepEqual(
      letters.map(({ state }) => state),
      ['cancelled'],
      reference,
    );
    await assertStillApproved('Vordruck');
  });
});
