/** An approval with limits, and the waiting list: what the team wrote stands in letter, status page and badge. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, withPage } from '../support/chromium.js';
import { atTheDesk, letUndoDelayPass, referenceOf } from '../support/desk.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';
import { wordsIn } from '../support/pdf-reader.js';

const OWN_LIMIT = 'Der Tonwagen parkt auf Fläche B.';
const GROUND = 'Im Saal ist nur Platz für zwei Kameras.';

describe('approving with limits', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  const words = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ');
  const main = async (page: Page): Promise<string> => words(await page.locator('main').innerText());

  async function emailOf(lastName: string): Promise<string> {
    return (await portal.db('accreditation_requests').where({ last_name: lastName }).first()).email;
  }

  it('asks for a limit, shows the letter beforehand, and says the limit in letter, page and badge', async () => {
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(`/staff/requests/${await referenceOf(portal, 'Kabelmann')}`);
      await page.getByRole('link', { name: 'Mit Auflage' }).click();
      await page.getByLabel('Begründung').fill(GROUND);
      await page.getByRole('button', { name: 'Mit Auflage zulassen' }).click();
      assert.match(
        await page.getByRole('alert').innerText(),
        /wählen Sie eine Auflage oder schreiben Sie sie/,
      );
      assert.equal(await page.getByLabel('Begründung').inputValue(), GROUND);
      await assertAccessible(page, 'an approval with limits that says none');
      await page.getByRole('group', { name: 'Auflage aus dem Katalog', exact: true }).waitFor();
      await page.getByLabel('Ohne Bild- und Tonaufnahmen im Saal').check();
      await page.getByLabel('Eigene Auflage', { exact: true }).fill(OWN_LIMIT);
      await page.getByRole('button', { name: 'Vorschau' }).click();
      assert.match(await page.locator('.desk-letter').innerText(), new RegExp(OWN_LIMIT));
      await assertAccessible(page, 'the preview of an approval with limits');
      await page.getByRole('button', { name: 'Mit Auflage zulassen' }).click();
      await page.getByRole('button', { name: 'Rückgängig machen' }).waitFor();
    });

    letUndoDelayPass(portal);
    const letter = await portal.letterTo(await emailOf('Kabelmann'), /mit Auflage/);
    const limits = /nur im Pressebereich erlaubt, nicht im Saal\. Der Tonwagen parkt auf Fläche B\./;
    assert.match(words(letter.text), limits);
    assert.match(words(letter.text), new RegExp(`${GROUND}.*Verwaltungsgericht`));
    const attached = letter.attachments.find(({ contentType }) => contentType === 'application/pdf');
    assert.match(words(wordsIn(attached!.content)), limits);

    await withPage({}, async (page) => {
      await page.goto(linkIn(letter));
      for (const said of [
        /Sie sind mit einer Auflage akkreditiert/,
        limits,
        new RegExp(GROUND),
        /Verwaltungsgericht/,
      ])
        assert.match(await main(page), said);
      await assertAccessible(page, 'a status page with limits');
      const badge = await page.request.get(`${linkIn(letter)}/badge.pdf`);
      assert.match(words(wordsIn(await badge.body())), limits);
    });
  });

  it('puts somebody on the waiting list with a reason, and approves later without any trace of it on the badge', async () => {
    const reference = await referenceOf(portal, 'Exempel');
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(`/staff/requests/${reference}/decide/waitlist`);
      await page.getByLabel('Zurzeit kein Platz frei').check();
      await page.getByLabel('Begründung im Einzelfall').fill('Sie stehen an erster Stelle.');
      await assertAccessible(page, 'the page of the waiting list');
      await page.getByRole('button', { name: 'Auf die Warteliste setzen' }).click();
      await page.getByRole('button', { name: 'Rückgängig machen' }).waitFor();
    });
    letUndoDelayPass(portal);
    const letter = await portal.letterTo(await emailOf('Exempel'), /steht auf der Warteliste/);
    assert.deepEqual(letter.attachments, []);
    assert.match(
      words(letter.text),
      /alle Presseplätze vergeben\. Sie stehen an erster Stelle\. .* schreiben wir Ihnen/,
    );
    await withPage({}, async (page) => {
      await page.goto(linkIn(letter));
      assert.match(
        await main(page),
        /Sie stehen auf der Warteliste.*alle Presseplätze vergeben\. Sie stehen an erster Stelle\./,
      );
      assert.equal((await page.request.get(`${linkIn(letter)}/badge.pdf`)).status(), 409);
    });

    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto(`/staff/requests/${reference}`);
      await page.getByRole('button', { name: 'Zulassen', exact: true }).click();
      await page.getByRole('button', { name: 'Rückgängig machen' }).waitFor();
    });
    letUndoDelayPass(portal);
    const approval = await portal.letterTo(await emailOf('Exempel'), /^Ihre Akkreditierung/);
    await withPage({}, async (page) => {
      await page.goto(linkIn(approval));
      assert.match(await main(page), /Sie sind akkreditiert/);
      const badge = words(wordsIn(await (await page.request.get(`${linkIn(approval)}/badge.pdf`)).body()));
      assert.match(badge, /Hilde Exempel/);
      assert.doesNotMatch(badge, /Auflage|erster Stelle/);
    });
  });
});
