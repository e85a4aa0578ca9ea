/** Every page for everybody, looked at by axe: both languages, light and dark, on the narrowest phone and at a desk. */
import assert from 'node:assert/strict';
import { assertAccessible, withPage } from '../support/chromium.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

const EVENT = 'e-government-kongress-2024';
const PAGES = [
  '',
  '/events',
  `/events/${EVENT}`,
  `/events/${EVENT}/accreditation`,
  '/accreditation',
  '/press',
  '/press?q=niemand-sucht-das',
  '/press/alerts',
  '/press/alerts/sent',
  '/media',
  '/media?kind=portrait',
  '/imprint',
  '/privacy',
  '/accessibility',
  '/there-is-no-such-page',
];

describe('the pages for everybody', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
  });
  after(() => portal.close());

  for (const lang of ['de', 'en'] as const) {
    it(`are accessible in ${lang}, light and dark, on a phone and at a desk`, async function () {
      this.timeout(240_000);
      await withPage({ baseURL: portal.url }, async (page) => {
        for (const path of [...PAGES.map((own) => `/${lang}${own}`), ...(await linkedFrom(lang))]) {
          await page.goto(path);
          await assertAccessible(page, path);
          assert.equal(await page.locator('h1').count(), 1, `${path} has one main heading`);
          assert.equal(await page.locator('html').getAttribute('lang'), lang, path);
        }
      });
    });
  }

  it('set no cookie', async () => {
    await withPage({ baseURL: portal.url }, async (page, context) => {
      for (const path of PAGES) await page.goto(`/de${path}`);
      assert.deepEqual(await context.cookies(), []);
    });
  });

  it('ask no other server for anything', async () => {
    await withPage({ baseURL: portal.url }, async (page) => {
      const elsewhere: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(portal.url) && !request.url().startsWith('data:'))
          elsewhere.push(request.url());
      });
      for (const path of PAGES) await page.goto(`/de${path}`);
      assert.deepEqual(elsewhere, []);
    });
  });

  /** One release and one picture, as the lists of this language link them. */
  async function linkedFrom(lang: string): Promise<string[]> {
    const found = [];
    for (const list of ['press', 'media']) {
      const html = await (await fetch(`${portal.url}/${lang}/${list}`)).text();
      const link = new RegExp(`href="(/${lang}/${list}/[a-z0-9][^"?]*)"`).exec(html)?.[1];
      assert.ok(link, `${list} links to a page`);
      found.push(link);
    }
    return found;
  }
});
