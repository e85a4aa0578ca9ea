/** Under embargo: from the status page to the preview, the letter to all, a link taken back, and the second it ends. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { accreditationPaths, findRequest, STATUS_LINK } from '../../src/accreditation/index.js';
import { toToken } from '../../src/platform/personal-links.js';
import { PREVIEW_LINK, paths } from '../../src/previews/paths.js';
import { assertAccessible, PHONE, withPage } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { type LivePortal, linkIn, openLivePortal } from '../support/live-portal.js';

const T = new Date('2024-10-24T07:15:00Z');
const TITLE = { de: 'Kongress in Erfurt eröffnet', en: 'Congress opens in Erfurt' };
const plain = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u2011', '-');

describe('releases under embargo, for accredited press', () => {
  let portal: LivePortal;
  let id: number;
  before(async () => {
    portal = await openLivePortal();
    ({ id } = await portal.db('accreditation_requests').where({ last_name: 'Beispielmann' }).first('id'));
  });
  after(() => portal.close());

  const statusPath = async (lang: 'de' | 'en') => {
    const { linkVersion } = (await findRequest(portal.db, id))!;
    const token = toToken(portal.keys, { purpose: STATUS_LINK, id, version: linkVersion });
    return accreditationPaths.status(lang, token);
  };
  const textOf = async (page: Page) => plain(await page.locator('body').innerText());
  const onThePhone = (work: (page: Page) => Promise<void>) =>
    withPage(
      { viewport: PHONE, baseURL: portal.url, permissions: ['clipboard-read', 'clipboard-write'] },
      work,
    );

  for (const lang of ['de', 'en'] as const)
    it(`leads from the status page to list and release, accessibly in every look (${lang})`, async () => {
      await onThePhone(async (page) => {
        await page.goto(await statusPath(lang));
        await page.getByRole('link', { name: TITLE[lang] }).click();
        assert.match(await textOf(page), /Jonas Beispielmann, Musterkurier Gera \(TEK24-/);
        assert.match(await textOf(page), lang === 'de' ? /Sperrfrist: Donnerstag/ : /Embargo: Thursday/);
        await assertAccessible(page, `release ${lang}`);
        await page.goto(paths.list(lang, toToken(portal.keys, { purpose: PREVIEW_LINK, id, version: 1 })));
        await assertAccessible(page, `list ${lang}`);
        await page.goto(paths.list(lang, toToken(portal.keys, { purpose: PREVIEW_LINK, id, version: 9 })));
        assert.match(await textOf(page), lang === 'de' ? /gilt nicht mehr/ : /no longer valid/);
        await assertAccessible(page, `refused ${lang}`);
      });
    });

  it('copies text and quotes with their notice, and shows an attachment that nobody else gets', async () => {
    await onThePhone(async (page) => {
      await page.goto(await statusPath('de'));
      await page.getByRole('link', { name: TITLE.de }).click();
      for (const button of ['Zitat kopieren', 'Ganzen Text kopieren']) {
        await page.getByText(button).first().click();
        await page.getByText('Kopiert').first().waitFor();
        const copied = plain(await page.evaluate(() => navigator.clipboard.readText()));
        assert.match(copied, /^Sperrfrist: Donnerstag, 24\. Oktober 2024, 9:15 Uhr MESZ\n/, button);
      }
      const sheet = page.getByRole('link', { name: 'Die Eröffnung in Zahlen' }).first();
      const own = await page.request.get((await sheet.getAttribute('href'))!);
      assert.equal(own.status(), 200);
      assert.match(own.headers()['cache-control'] ?? '', /^private, no-store/);
      assert.equal((await page.request.get('/media/eroeffnung-in-zahlen/original')).status(), 404);
    });
  });

  it('is sent to all by the desk, opened from the letter, seen in the log and taken back', async () => {
    await atTheDesk(portal, 'editor', async (page) => {
      await page.goto(paths.desk);
      await assertAccessible(page, 'desk');
      await page.getByRole('link', { name: 'Link zuschicken' }).click();
      await assertAccessible(page, 'sending');
      await page.getByRole('button', { name: /Schreiben abschicken/ }).click();
      assert.match(await textOf(page), /3 Schreiben liegen im Postausgang/);
      const letter = await portal.letterTo('jonas.beispielmann@musterkuriergera.example', /Sperrfrist/);
      const link = linkIn(letter);
      await onThePhone(async (phone) => {
        await phone.goto(link);
        assert.match(await textOf(phone), /3\. Thüringer E-Government-Kongress in Erfurt eröffnet/);
      });
      await page.getByRole('link', { name: 'Alle Öffnungen ansehen' }).click();
      assert.match(await textOf(page), /Jonas Beispielmann, Musterkurier Gera/);
      await assertAccessible(page, 'log');
      await page.goto(paths.desk);
      await page.getByRole('button', { name: /^Sperren.*Jonas Beispielmann/ }).click();
      assert.match(await textOf(page), /Jonas Beispielmann sieht nichts mehr unter Sperrfrist/);
      await onThePhone(async (phone) => {
        assert.equal((await phone.goto(link))?.status(), 410);
        assert.match(await textOf(phone), /hat diese Vorschau gesperrt/);
        await phone.goto(await statusPath('de'));
        assert.match(await textOf(phone), /hat Ihre Vorschau gesperrt/);
        await assertAccessible(phone, 'status of a blocked person');
      });
      await page.getByRole('button', { name: /^Wieder zulassen.*Jonas Beispielmann/ }).click();
      await onThePhone(async (phone) => {
        assert.equal((await phone.goto(link))?.status(), 410);
        await phone.goto(await statusPath('de'));
        await phone.getByRole('link', { name: TITLE.de }).click();
        assert.match(await textOf(phone), /Vorab für Jonas Beispielmann/);
      });
    });
  });

  it('leads everybody to the public page when the second has come', async () => {
    await onThePhone(async (page) => {
      await page.goto(await statusPath('de'));
      await page.getByRole('link', { name: TITLE.de }).click();
      const before = portal.clock.now();
      portal.moveClock(T);
      await page.reload();
      assert.equal(new URL(page.url()).pathname, '/de/press/2024/kongress-in-erfurt-eroeffnet');
      assert.doesNotMatch(await textOf(page), /Sperrfrist/);
      portal.moveClock(before);
    });
  });
});
