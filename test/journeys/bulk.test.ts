/** Many requests at once: a mixed outcome previewed and run, progress found again, and the whole taken back. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { listEvents } from '../../src/events/index.js';
import { findMemberByEmail } from '../../src/staff/index.js';
import { aJudgedRequest } from '../bulk/choosing.js';
import { axeFindings, PHONE, sidewaysScroll } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { aRequest } from '../support/factories.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

/** More than the first step decides, so that the job goes on with the rest. */
const FRESH = 45;

describe('deciding many requests at once', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
    const [event] = await listEvents(portal.db, ['published']);
    const by = (await findMemberByEmail(portal.db, 'reviewer@demo.example'))!;
    for (let count = 0; count < FRESH; count += 1)
      await aJudgedRequest(portal, by, { event: event!, input: { lastName: 'Sammler' } });
    await aRequest(portal, { event: event!, input: { lastName: 'Sammler', firstName: 'Ungesehen' } });
  });
  after(() => portal.close());

  async function inBothLights(page: Page): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axeFindings(page), []);
    }
  }
  const states = async () =>
    new Set(
      (await portal.db('accreditation_requests').where({ last_name: 'Sammler' })).map(({ state }) => state),
    );

  it('previews a mixed outcome, shows progress that can be left, and takes the whole run back', async () => {
    await atTheDesk(portal, 'reviewer', async (page) => {
      await page.goto('/staff/requests?q=Sammler');
      await page.locator('[data-tick-all] input').check();
      assert.match(await page.locator('#bulk').innerText(), /25 ausgewählt/);
      await inBothLights(page);
      await page.getByRole('link', { name: `alle ${FRESH + 1} dieses Filters` }).click();
      await page.getByRole('button', { name: 'Zulassen: Vorschau' }).click();
      await page.getByRole('heading', { name: `${FRESH} werden zugelassen, 1 übersprungen` }).waitFor();
      const shown = await page.locator('main').innerText();
      assert.match(shown, /Ungesehen Sammler[\s\S]*Der Nachweis hat noch kein Urteil\./);
      assert.match(shown, /Sie sind akkreditiert/, 'the letter as it will be sent');
      await inBothLights(page);
      await page.setViewportSize(PHONE);
      assert.equal(await sidewaysScroll(page), 0);
      await page.getByRole('button', { name: `${FRESH} zulassen` }).click();

      // Left, and found again in the list of runs.
      await page.goto('/staff/requests/bulk');
      await inBothLights(page);
      await page
        .getByRole('link', { name: /Zulassungen/ })
        .first()
        .click();
      await page.getByText(`${FRESH} von ${FRESH} zugelassen`).waitFor();
      await page.getByRole('button', { name: 'Ganzen Lauf zurücknehmen' }).waitFor();
      await inBothLights(page);
      assert.equal(await sidewaysScroll(page), 0);
      assert.deepEqual(await states(), new Set(['approved', 'received']));

      await page.getByRole('button', { name: 'Ganzen Lauf zurücknehmen' }).click();
      await page.getByText(`${FRESH} von ${FRESH} zurückgenommen`).waitFor();
      assert.deepEqual(await states(), new Set(['received']));
    });
  });
});
