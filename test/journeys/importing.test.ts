/** A list that came by mail: uploaded, its columns matched, checked, taken over, and uploaded once more. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFindings, PHONE, sidewaysScroll } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

const LIST = [
  'Name;E-Mail;Handy;Zeitung',
  'Übermut, Zoë;zoe@listenbote.example;0361 00001;Listenbote',
  'Karl von Muster;karl@listenbote.example;0361 00002;Listenbote',
  'Ohne Adresse;;0361 00003;Listenbote',
].join('\r\n');

describe('taking in a list', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  async function inBothLights(page: Page): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axeFindings(page), []);
    }
    assert.equal(await sidewaysScroll(page), 0);
  }

  async function upload(page: Page): Promise<void> {
    await page.goto('/staff/requests');
    await page.getByRole('link', { name: 'Liste importieren' }).click();
    await page.getByLabel('Anträge für eine kommende Veranstaltung').check();
    const buffer = Buffer.from(LIST, 'latin1');
    await page.getByLabel('CSV-Datei').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer });
    await inBothLights(page);
    await page.getByRole('button', { name: 'Hochladen' }).click();
    await page.getByLabel('Tätigkeit').selectOption('photo');
    await page.getByLabel('Mediengattung').selectOption('print');
    await inBothLights(page);
    await page.getByRole('button', { name: 'Alle Zeilen prüfen' }).click();
  }

  it('shows what will become of each row, on a phone too, takes it over, and takes it over once', async () => {
    await atTheDesk(
      portal,
      'reviewer',
      async (page) => {
        await upload(page);
        await page.getByRole('heading', { name: '1 Zeile mit Fehlern' }).waitFor();
        const shown = await page.locator('main').innerText();
        assert.match(shown, /Zeile 4[\s\S]*E-Mail: Bitte geben Sie/);
        assert.match(shown, /von Muster, Karl/);
        await inBothLights(page);
        await page.getByRole('button', { name: '2 Anträge importieren' }).click();
        await page.getByRole('heading', { name: 'Import fertig' }).waitFor();
        await inBothLights(page);
        await page.getByRole('link', { name: /Zoë Übermut/ }).click();
        await page.getByText(/aus Import 1/).waitFor();

        await upload(page);
        await page.getByRole('heading', { name: '2 Zeilen schon vorhanden' }).waitFor();
        assert.equal(await page.getByRole('button', { name: /importieren/ }).count(), 0);
      },
      { viewport: PHONE },
    );
  });
});
