/** Every page of the desk, looked at by axe: both languages, light and dark, on the narrowest phone and at a desk. */
import assert from 'node:assert/strict';
import { axeFindings, DESK, PHONE, sidewaysScroll, withPage } from '../support/chromium.js';
import { atTheDesk, referenceOf } from '../support/desk.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

const EVENT = '/staff/events/e-government-kongress-2024';

describe('the pages of the desk', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  async function pages(): Promise<string[]> {
    const request = `/staff/requests/${await referenceOf(portal, 'Probst-Muster')}`;
    const mail = await portal.db('outgoing_mails').first('id');
    return [
      '/staff',
      '/staff/requests',
      '/staff/requests?q=niemand',
      request,
      `/staff/requests/${await referenceOf(portal, 'Beispielmann')}`,
      ...['reject', 'approve_limited', 'waitlist', 'enquire'].map(
        (decision) => `${request}/decide/${decision}`,
      ),
      '/staff/outbox',
      `/staff/outbox/${mail.id}`,
      '/staff/events',
      '/staff/events/new',
      EVENT,
      `${EVENT}/edit`,
      `${EVENT}/copy`,
      `${EVENT}/programme`,
      `${EVENT}/slots`,
      '/staff/settings',
      '/staff/team',
      '/staff/account',
      '/staff/nowhere',
    ];
  }

  for (const language of ['de', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`are accessible in ${language}, ${colorScheme}, on a phone and at a desk`, async function () {
        this.timeout(180_000);
        await portal.db('staff').where({ role: 'administrator' }).update({ language });
        await atTheDesk(
          portal,
          'administrator',
          async (page) => {
            for (const path of await pages()) {
              await page.goto(path);
              for (const viewport of [PHONE, DESK]) {
                await page.setViewportSize(viewport);
                assert.deepEqual(await axeFindings(page), [], `${path} at ${viewport.width}`);
                assert.equal(
                  await sidewaysScroll(page),
                  0,
                  `${path} has to be scrolled sideways at ${viewport.width}`,
                );
              }
              assert.equal(await page.locator('html').getAttribute('lang'), language, path);
              assert.equal(await page.locator('h1').count(), 1, `${path} has one main heading`);
            }
          },
          { colorScheme },
        );
      });
    }
  }

  it('lead a stranger to the sign-in page, which is accessible too', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await withPage({ baseURL: portal.url, viewport: PHONE, colorScheme }, async (page) => {
        for (const path of ['/staff/requests', '/staff/sign-in/forgotten', '/staff/sign-in/1.2.nonsense']) {
          await page.goto(path);
          assert.deepEqual(await axeFindings(page), [], path);
          assert.equal(await sidewaysScroll(page), 0, path);
        }
        await page.goto('/staff/requests');
        assert.match(page.url(), /\/staff\/sign-in\?back=/);
      });
    }
  });
});
