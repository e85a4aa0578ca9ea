import assert from 'node:assert/strict';
import { type Browser, openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { addRelease } from './example-release.js';

const PAGE = '/de/press/2024/meldung';
const T = new Date('2024-10-24T07:15:00Z');
const withdrawal = { at: new Date('2024-10-05T08:00:00Z'), note: 'Die Zahlen <stimmten> nicht.' };

describe('a release that was withdrawn', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  it('keeps a page that says so, when and why, without its text and for no search engine', async () => {
    await addRelease(portal.db, { slug: 'meldung', state: 'withdrawn', withdrawal });
    const { status, text, headers } = await browser.visit(PAGE);
    assert.equal(status, 200);
    assert.equal(headers['x-robots-tag'], 'noindex');
    const plain = text.replaceAll('\u00A0', ' ');
    for (const part of [
      'Die Titelzeile</h1>',
      'Zurückgezogen',
      '5. Oktober 2024, 10:00 Uhr',
      'Die Zahlen &lt;stimmten&gt; nicht.',
      'mailto:presse@ministerium.example',
      'href="/de/press"',
    ])
      assert.ok(plain.includes(part), part);
    assert.doesNotMatch(text, /Vorspann|Erster Absatz|Zitat|ld\+json|og:title|rel="canonical"/);
  });

  it('says so in English too', async () => {
    await addRelease(portal.db, { slug: 'news', language: 'en', state: 'withdrawn', withdrawal });
    assert.match((await browser.visit('/en/press/2024/news')).text, /Please do not use this press release/);
  });

  for (const ending of ['.pdf', '.txt', '.md', '.json', '.txt?quote=1', '/card.png'])
    it(`leaves nothing at ${ending}`, async () => {
      await addRelease(portal.db, { slug: 'meldung', state: 'withdrawn', withdrawal });
      const { status, text } = await browser.visit(`${PAGE}${ending}`);
      assert.equal(status, 410);
      assert.match(text, /Diese Medieninformation wurde zurückgezogen/);
      assert.doesNotMatch(text, /Titelzeile/);
    });

  it('is in no list, search or sitemap', async () => {
    await addRelease(portal.db, { slug: 'meldung', title: 'Geheimwort', state: 'withdrawn', withdrawal });
    for (const path of ['/de', '/de/press', '/de/press?q=erster', '/sitemap.xml', '/news-sitemap.xml'])
      assert.doesNotMatch((await browser.visit(path)).text, /Geheimwort|2024\/meldung/, path);
  });

  it('never existed when it was withdrawn before its embargo ended', async () => {
    await addRelease(portal.db, { slug: 'meldung', state: 'withdrawn', withdrawal, embargoUntil: T });
    for (const now of [new Date(T.getTime() - 1000), T, new Date(T.getTime() + 1000)]) {
      portal.moveClock(now);
      for (const path of [PAGE, `${PAGE}.pdf`, `${PAGE}/card.png`])
        assert.equal((await browser.visit(path)).status, 404, path);
    }
  });
});
