/** Pictures for the press: uploaded together, one refused, described, published, and found again in the ZIP. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { agencyPhoto, HARMFUL_LOGO, LOGO, recording } from '../mediadesk/example-files.js';
import { assertAccessible } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';
import { rightsOf, tracesOf } from '../support/metadata.js';

describe('uploading for the press', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  const files = async () => [
    { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await agencyPhoto() },
    { name: 'wortmarke.svg', mimeType: 'image/svg+xml', buffer: LOGO },
    { name: 'skript.svg', mimeType: 'image/svg+xml', buffer: HARMFUL_LOGO },
    { name: 'o-ton.wav', mimeType: 'audio/wav', buffer: recording() },
  ];

  async function publishPicture(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Übergabe' }).click();
    await page.getByText(/Aufnahmeort und die Seriennummer/).waitFor();
    await assertAccessible(page, 'a draft');
    await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
    const problem = page.getByRole('link', { name: /Freigegeben bis: Bitte geben Sie ein Ende an/ });
    await problem.waitFor();
    await assertAccessible(page, 'a draft in which something is missing');
    await page.getByLabel('Ohne Ende freigegeben').check();
    await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
    await page.getByText('Die Datei ist veröffentlicht.').waitFor();
  }

  it('takes several files, says which it refused and why, publishes one, and packs it', async () => {
    await atTheDesk(portal, 'editor', async (page) => {
      await page.getByRole('link', { name: 'Medienpaket', exact: true }).click();
      await assertAccessible(page, 'the list');
      await page.getByRole('link', { name: 'Dateien hochladen' }).click();
      await page.locator('#files').setInputFiles(await files());
      await page.getByRole('button', { name: 'Hochladen' }).click();
      await page.getByText('Fertig: 3 von 4 Dateien übernommen.').waitFor();
      await page.getByText(/skript\.svg\s*Nicht übernommen: Die Zeichnung enthält Skripte/).waitFor();
      await assertAccessible(page, 'what became of each file');
      await page.getByRole('link', { name: 'Zu den Entwürfen' }).click();
      await publishPicture(page);

      await page.getByRole('link', { name: 'Öffentliche Seite ansehen' }).click();
      await page.getByText('Ada Beispiel, Bo Muster').waitFor();
      await assertAccessible(page, 'the page for everybody');
      await page.getByRole('link', { name: 'Zum ganzen Medienpaket' }).click();
      await assertAccessible(page, 'the gallery');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /ZIP laden/ }).click(),
      ]);
      const inside = unzipSync(await readFile(await download.path()));
      const name = 'Übergabe – Zwei Personen geben sich die Hand – Druck.jpg';
      const rights = await rightsOf(Buffer.from(inside[name]!));
      assert.equal(rights.credit, 'Musterfoto & Söhne');
      assert.deepEqual(tracesOf(rights.groups), []);
      assert.ok(!Object.keys(inside).some((file) => /wortmarke|o-ton/.test(file)), 'drafts stay at the desk');
      await page.getByRole('link', { name: 'English' }).click();
      await assertAccessible(page, 'the gallery in English');
    });
  });

  it('is counted, and shown to the team', async () => {
    const days = [...Array(12).keys()].map((at) => `2024-10-${String(at - 1).padStart(2, '0')}`).slice(2);
    await portal.db('counts').insert(
      days.flatMap((day, at) => [
        { day, kind: 'view', path: '/de/press', number: 40 + at * 13 },
        { day, kind: 'download', path: '/media/podium/print', number: 3 + at * 4 },
      ]),
    );
    await atTheDesk(portal, 'editor', async (page) => {
      await page.getByRole('link', { name: 'Abrufe', exact: true }).click();
      await page.getByRole('heading', { name: 'Am meisten geladen' }).waitFor();
      await page.getByText('Als Tabelle').click();
      await assertAccessible(page, 'the counts');
      await page.getByRole('link', { name: '90 Tage' }).click();
      await assertAccessible(page, 'the counts of 90 days');
    });
  });

  it('works without scripts', async () => {
    await atTheDesk(
      portal,
      'editor',
      async (page) => {
        await page.goto('/staff/media/upload');
        const other = {
          name: 'zweites.jpg',
          mimeType: 'image/jpeg',
          buffer: await agencyPhoto('jpeg', '#0a6b3b'),
        };
        await page.locator('#files').setInputFiles([other, (await files())[2]!]);
        await page.getByRole('button', { name: 'Hochladen' }).click();
        await page.getByText('Eine Datei übernommen. Eine nicht.').waitFor();
        await page.getByRole('link', { name: /Angaben prüfen/ }).click();
        await page.getByRole('heading', { name: 'Übergabe' }).waitFor();
      },
      { javaScriptEnabled: false },
    );
  });
});
