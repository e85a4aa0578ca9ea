/** Every page of the desk, looked at by axe: both languages, light and dark, on the narrowest phone and at a desk. */
import assert from 'node:assert/strict';
import { assertAccessible, PHONE, withPage } from '../support/chromium.js';
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
      `/staff/requests/${await referenceOf(portal, 'Beispielmann')}/decide/revoke`,
      ...['new', 'import', 'export', 'bulk'].map((page) => `/staff/requests/${page}`),
      ...['reasons', 'reasons/new', 'text-blocks', 'text-blocks/new', 'keys'].map((page) => `/staff/${page}`),
      '/staff/settings/letters',
      '/staff/releases/alerts',
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
    it(`are accessible in ${language}, light and dark, on a phone and at a desk`, async function () {
      this.timeout(240_000);
      await portal.db('staff').where({ role: 'administrator' }).update({ language });
      await atTheDesk(portal, 'administrator', async (page) => {
        for (const path of await pages()) {
          await page.goto(path);
          await assertAccessible(page, path);
          assert.equal(await page.locator('html').getAttribute('lang'), language, path);
          assert.equal(await page.locator('h1').count(), 1, `${path} has one main heading`);
        }
      });
    });
  }

  it('lead a stranger to the sign-in page, which is accessible too', async () => {
    await withPage({ baseURL: portal.url, viewport: PHONE }, async (page) => {
      for (const path of ['/staff/requests', '/staff/sign-in/forgotten', '/staff/sign-in/1.2.nonsense']) {
        await page.goto(path);
        await assertAccessible(page, path);
      }
      await page.goto('/staff/requests');
      assert.match(page.url(), /\/staff\/sign-in\?back=/);
    });
  });
});
