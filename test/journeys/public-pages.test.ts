/** Every page for everybody, looked at by axe: both languages, light and dark, on the narrowest phone and at a desk. */
import assert from 'node:assert/strict';
import { addRelease } from '../newsroom/example-release.js';
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
  '/press?q=government',
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
    const withdrawal = { at: new Date('2024-10-05T08:00:00Z'), note: 'Die Zahlen stimmten nicht.' };
    for (const language of ['de', 'en'] as const)
      await addRelease(portal.db, { language, slug: 'zurueck', state: 'withdrawn', withdrawal });
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
      const link = new RegExp(`href="(/${lang}/${list}/[a-z0-9][^"?.]*)"`).exec(html)?.[1];
      assert.ok(link, `${list} links to a page`);
      found.push(link);
    }
    return [...found, ...(await pressPages(lang))];
  }

  /** Both versions of the corrected release, and what stays of one that was withdrawn. */
  async function pressPages(lang: string): Promise<string[]> {
    const corrected = `/${lang}/press/2024/${lang === 'de' ? 'programm-steht' : 'programme-is-set'}`;
    return [`${corrected}/versions/1`, `${corrected}/versions/2`, `/${lang}/press/2024/zurueck`];
  }

  it('lead from a hit to the release, to its versions and back', async () => {
    await withPage({ baseURL: portal.url }, async (page) => {
      await page.goto('/de/press');
      await page
        .getByRole('searchbox', { name: 'Medieninformationen durchsuchen' })
        .fill('onlinezugangsgesetz');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Treffer für „onlinezugangsgesetz“' }).waitFor();
      assert.ok((await page.locator('mark').allTextContents()).includes('Onlinezugangsgesetz'));
      await page.getByRole('link', { name: /Programm des Kongresses steht/ }).click();
      await page.getByRole('link', { name: 'Fassungen vergleichen' }).click();
      await page.getByRole('heading', { name: 'Was sich gegenüber Fassung 1 geändert hat' }).waitFor();
      assert.match((await page.locator('del').first().textContent()) ?? '', /23/);
      await page.getByRole('link', { name: 'Fassung 1', exact: true }).click();
      await page.getByRole('heading', { name: /^23 Vorträge/, level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Zur geltenden Fassung' }).click();
      await page.getByRole('heading', { name: /^24 Vorträge/, level: 1 }).waitFor();
    });
  });

  it('say that a release was withdrawn, and where to go on', async () => {
    await withPage({ baseURL: portal.url }, async (page) => {
      await page.goto('/de/press/2024/zurueck');
      await page.getByRole('heading', { name: 'Zurückgezogen' }).waitFor();
      await page.getByRole('link', { name: 'Alle Medieninformationen' }).click();
      await page.getByRole('heading', { name: 'Medieninformationen', exact: true }).waitFor();
      assert.equal(await page.getByRole('link', { name: 'Die Titelzeile' }).count(), 0);
    });
  });
});
