import assert from 'node:assert/strict';
import { addRelease } from '../newsroom/example-release.js';
import { openBrowser } from '../support/browser.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';
import { childrenOf, readXml, textOf } from '../support/xml-reader.js';

const hoursAgo = (hours: number) => new Date(MORNING.getTime() - hours * 3600_000);

describe('the sitemap for news', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  it('names the releases of the last two days in both languages, and none that waits', async () => {
    await addRelease(portal.db, { slug: 'heute', title: 'Heute & <jetzt>', publishAt: hoursAgo(1) });
    await addRelease(portal.db, { slug: 'news', title: 'News', language: 'en', publishAt: hoursAgo(47) });
    await addRelease(portal.db, { slug: 'alt', publishAt: hoursAgo(49) });
    await addRelease(portal.db, { slug: 'frei', publishAt: hoursAgo(90), embargoUntil: hoursAgo(2) });
    await addRelease(portal.db, { slug: 'gesperrt', publishAt: hoursAgo(1), embargoUntil: hoursAgo(-1) });
    const answer = await openBrowser(portal.app).visit('/news-sitemap.xml');
    assert.match(answer.headers['content-type']!, /^application\/xml/);
    const urls = childrenOf(readXml(answer.text), 'url');
    assert.deepEqual(
      urls.map((url) => textOf(url, 'loc').replace('https://press.example', '')),
      ['/de/press/2024/heute', '/de/press/2024/frei', '/en/press/2024/news'],
    );
    const [news] = childrenOf(urls[0]!, 'news');
    assert.equal(news!.uri, 'http://www.google.com/schemas/sitemap-news/0.9');
    assert.equal(textOf(news!, 'title'), 'Heute & <jetzt>');
    assert.equal(textOf(news!, 'publication_date'), '2024-10-10T08:00:00+02:00');
    assert.equal(textOf(childrenOf(news!, 'publication')[0]!, 'language'), 'de');
  });

  it('is named in robots.txt', async () => {
    const { text } = await openBrowser(portal.app).visit('/robots.txt');
    assert.match(text, /^Sitemap: https:\/\/press\.example\/news-sitemap\.xml$/m);
  });
});
