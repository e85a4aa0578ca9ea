/** The desk's first page and the way to a file: read by axe in light and dark, at a desk and on a phone. */
import assert from 'node:assert/strict';
import { axeFindings, DESK, PHONE, sidewaysScroll } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

describe('the overview', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  for (const [colorScheme, viewport] of [
    ['light', DESK],
    ['dark', PHONE],
  ] as const)
    it(`and the export can be read by everybody, ${colorScheme}, ${viewport.width} pixels wide`, async () => {
      const options = { colorScheme, viewport };
      await atTheDesk(
        portal,
        'reviewer',
        async (page) => {
          assert.match(await page.locator('main').innerText(), /Anträge und Entscheidungen je Tag/);
          for (const table of await page.getByText('Als Tabelle').all()) await table.click();
          assert.ok(await page.getByRole('cell', { name: 'noch nicht erfasst' }).isVisible());
          assert.deepEqual(await axeFindings(page), []);
          assert.equal(await sidewaysScroll(page), 0);
          await page.goto('/staff/requests?tab=all');
          await page.getByRole('link', { name: 'Diese Liste exportieren' }).click();
          assert.deepEqual(await axeFindings(page), []);
          await page.getByLabel('Telefon').check();
          const file = page.waitForEvent('download');
          await page.getByRole('button', { name: 'Als Excel-Datei (XLSX)' }).click();
          assert.match((await file).suggestedFilename(), /^antraege-[\d-]+\.xlsx$/);
        },
        options,
      );
    });
});
