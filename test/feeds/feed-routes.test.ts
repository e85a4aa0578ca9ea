import assert from 'node:assert/strict';
import { addPhoto } from '../mediakit/example-asset.js';
import { addRelease } from '../newsroom/example-release.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { childrenOf, linkOf, readXml, textOf } from '../support/xml-reader.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);
const FORMATS: [string, RegExp][] = [
  ['atom', /^application\/atom\+xml/],
  ['rss', /^application\/rss\+xml/],
  ['json', /^application\/feed\+json$/],
];

describe('the feeds', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());
  const titles = async (path: string) =>
    childrenOf(readXml((await browser.visit(path)).text), 'entry').map((entry) => textOf(entry, 'title'));

  for (const [format, type] of FORMATS) {
    const path = `/de/press/feed.${format}`;

    it(`have type, date and a strong tag, and are not sent twice (${format})`, async () => {
      await addRelease(portal.db, { title: 'Der Kongress' });
      const { status, headers } = await browser.agent.get(path).set('Accept-Encoding', 'gzip');
      assert.equal(status, 200);
      assert.match(headers['content-type']!, type);
      assert.match(headers.etag!, /^"/);
      assert.equal(headers['last-modified'], 'Tue, 01 Oct 2024 08:00:00 GMT');
      assert.equal(headers['content-encoding'], undefined);
      for (const condition of [
        { 'If-None-Match': headers.etag! },
        { 'If-Modified-Since': headers['last-modified']! },
      ])
        assert.equal((await browser.agent.get(path).set(condition)).status, 304);
    });

    it(`know a release from the second of its embargo, and do not stir before (${format})`, async () => {
      await addRelease(portal.db, { title: 'Alt' });
      const quiet = (await browser.visit(path)).headers;
      await addRelease(portal.db, { slug: 'geheim', title: 'Geheimwort', embargoUntil: T });
      portal.moveClock(around(-1));
      const before = await browser.visit(path);
      assert.doesNotMatch(before.text, /Geheimwort|2024\/geheim/);
      assert.deepEqual(
        [before.headers.etag, before.headers['last-modified']],
        [quiet.etag, quiet['last-modified']],
      );
      for (const seconds of [0, 1]) {
        portal.moveClock(around(seconds));
        const { text, headers } = await browser.visit(path);
        assert.match(text, /Geheimwort/);
        assert.equal(headers['last-modified'], T.toUTCString());
      }
    });
  }

  it('speak one language each', async () => {
    await addRelease(portal.db, { title: 'Der Kongress' });
    await addRelease(portal.db, { title: 'The congress', language: 'en' });
    assert.deepEqual(await titles('/de/press/feed.atom'), ['Der Kongress']);
    assert.deepEqual(await titles('/en/press/feed.atom'), ['The congress']);
  });

  it('exist before anything has appeared', async () => {
    const feed = readXml((await browser.visit('/de/press/feed.atom')).text);
    assert.equal(textOf(feed, 'updated'), '1970-01-01T00:00:00.000Z');
    assert.deepEqual(childrenOf(feed, 'entry'), []);
  });

  it('have the latest change first, and go on page by page without losing one', async () => {
    for (let number = 1; number <= 61; number += 1)
      await addRelease(portal.db, {
        title: `Nummer ${number}`,
        publishAt: new Date(Date.UTC(2024, 7, 1, number)),
        updatedAt: new Date(Date.UTC(2024, 7, 1, number)),
      });
    await portal
      .db('releases')
      .where({ title: 'Nummer 5' })
      .update({ updated_at: '2024-10-02T09:20:00.000Z', version: 2, state: 'corrected' });
    const found: string[] = [];
    let path = '/de/press/feed.atom';
    for (let pages = 0; path && pages < 9; pages += 1) {
      const feed = readXml((await browser.visit(path)).text);
      found.push(...childrenOf(feed, 'entry').map((entry) => textOf(entry, 'title')));
      assert.equal(linkOf(feed, 'self'), `https://press.example${path}`);
      assert.equal(linkOf(feed, 'last'), 'https://press.example/de/press/feed.atom?page=3');
      assert.equal(textOf(feed, 'updated'), '2024-10-02T09:20:00.000Z');
      path = linkOf(feed, 'next').replace('https://press.example', '');
    }
    assert.deepEqual(found.slice(0, 2), ['Nummer 5', 'Nummer 61']);
    assert.equal(new Set(found).size, 61);
    const { next_url } = JSON.parse((await browser.visit('/de/press/feed.json?page=2')).text);
    assert.equal(next_url, 'https://press.example/de/press/feed.json?page=3');
    for (const page of ['4', '0', 'unfug', '1.5'])
      assert.equal((await browser.visit(`/de/press/feed.atom?page=${page}`)).status, 404, page);
  });

  it('may be of one event', async () => {
    const event = await anEvent(portal);
    await addRelease(portal.db, { title: 'Vom Kongress', eventId: event.id });
    await addRelease(portal.db, { title: 'Von woanders' });
    assert.deepEqual(await titles(`/de/press/feed.atom?event=${event.slug}`), ['Vom Kongress']);
    const feed = readXml((await browser.visit(`/de/press/feed.atom?event=${event.slug}`)).text);
    assert.equal(linkOf(feed, 'alternate'), `https://press.example/de/press?event=${event.slug}`);
    assert.match(textOf(feed, 'title'), /Beispielkongress/);
    assert.equal((await browser.visit('/de/press/feed.atom?event=niemals')).status, 404);
  });

  it('bury what was withdrawn, and only if it had been public', async () => {
    const withdrawal = { at: new Date('2024-10-05T08:00:00Z'), note: 'Die Zahlen stimmten nicht.' };
    await addRelease(portal.db, { slug: 'falsch', state: 'withdrawn', withdrawal });
    await addRelease(portal.db, { slug: 'nie', state: 'withdrawn', withdrawal, embargoUntil: T });
    portal.moveClock(around(1));
    const { text, headers } = await browser.visit('/de/press/feed.atom');
    const feed = readXml(text);
    assert.deepEqual(
      childrenOf(feed, 'deleted-entry').map((stone) => [stone.attributes.ref, textOf(stone, 'comment')]),
      [['https://press.example/de/press/2024/falsch', 'Die Zahlen stimmten nicht.']],
    );
    assert.deepEqual(childrenOf(feed, 'entry'), []);
    assert.equal(headers['last-modified'], withdrawal.at.toUTCString());
    for (const format of ['rss', 'json'])
      assert.doesNotMatch((await browser.visit(`/de/press/feed.${format}`)).text, /falsch|nie"/);
  });

  it('carry pictures that may be seen, and whole addresses', async () => {
    await addPhoto(portal, { slug: 'saal' });
    await addPhoto(portal, { slug: 'gesperrt', embargoUntil: T });
    await addRelease(portal.db, {
      assets: ['gesperrt', 'saal'],
      body: '[Antrag](/de/accreditation) und [Netz](https://a.example/x)',
    });
    const { items } = JSON.parse((await browser.visit('/de/press/feed.json')).text);
    assert.deepEqual(
      items[0].attachments.map(({ url }: { url: string }) => url),
      ['https://press.example/media/saal/web'],
    );
    assert.match(items[0].content_html, /href="https:\/\/press\.example\/de\/accreditation"/);
    assert.match(items[0].content_html, /href="https:\/\/a\.example\/x"/);
    assert.doesNotMatch(items[0].content_html, /data-address/);
  });

  it('are announced on every page', async () => {
    const { text } = await browser.visit('/en/press');
    for (const [format] of FORMATS) assert.ok(text.includes(`href="/en/press/feed.${format}"`), format);
  });
});
