import assert from 'node:assert/strict';
import { addPhoto } from '../mediakit/example-asset.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { addRelease } from './example-release.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);
const PAGE = '/de/press/2024/meldung';
const plain = (html: string) => html.replaceAll('\u00A0', ' ').replaceAll('\u2011', '-');

describe('the newsroom for everybody', () => {
  let portal: TestPortal;
  let browser: Browser;
  const titles = (html: string) =>
    [...plain(html).matchAll(/portal-news__title"><a href="[^"]+">(.+?)<\/a>/g)].map(([, title]) =>
      title!.replace(/<\/?mark>/g, ''),
    );
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  it('lists releases with date, title and teaser in the language of the page', async () => {
    await addRelease(portal.db, { slug: 'meldung', title: 'Der Kongress' });
    await addRelease(portal.db, { slug: 'news', title: 'The congress', language: 'en' });
    const german = await browser.visit('/de/press');
    assert.equal(german.status, 200);
    assert.deepEqual(titles(german.text), ['Der Kongress']);
    assert.match(plain(german.text), /<time datetime="2024-10-01T10:00\+02:00">1\. Oktober 2024</);
    assert.match(german.text, /Eine Medieninformation/);
    assert.equal(german.headers['set-cookie'], undefined);
    assert.deepEqual(titles((await browser.visit('/en/press')).text), ['The congress']);
  });

  it('says so when nothing has appeared, and when nothing was found', async () => {
    assert.match((await browser.visit('/de/press')).text, /Es ist noch nichts erschienen/);
    const nothing = (await browser.visit('/de/press?q=%3Cscript%3E')).text;
    assert.match(nothing, /Nichts gefunden/);
    assert.match(nothing, /value="&lt;script&gt;"/);
  });

  it('leafs through ten at a time and keeps the search while doing so', async () => {
    for (let day = 1; day <= 9; day += 1)
      await addRelease(portal.db, {
        title: `Kongress ${day}`,
        publishAt: new Date(`2024-09-0${day}T08:00:00Z`),
      });
    for (let day = 10; day <= 12; day += 1)
      await addRelease(portal.db, {
        title: `Kongress ${day}`,
        publishAt: new Date(`2024-09-${day}T08:00:00Z`),
      });
    const first = (await browser.visit('/de/press?q=kongress')).text;
    assert.equal(titles(first).length, 10);
    assert.equal(titles(first)[0], 'Kongress 12');
    assert.match(first, /href="\/de\/press\?q=kongress&amp;page=2"/);
    const second = (await browser.visit('/de/press?q=kongress&page=2')).text;
    assert.deepEqual(titles(second), ['Kongress 2', 'Kongress 1']);
    assert.match(second, /Seite 2 von 2/);
    assert.equal((await browser.visit('/de/press?page=3')).status, 404);
    assert.equal(titles((await browser.visit('/de/press?page=unfug')).text).length, 10);
  });

  it('marks what was looked for in the title and in the words around it, and nothing that could act', async () => {
    await addRelease(portal.db, {
      title: 'Neue Hürden',
      teaser: 'Der Vorspann.',
      body: `${'Davor steht viel. '.repeat(40)}Über die <b>hohen</b> Hürden spricht niemand. ${'Danach. '.repeat(60)}`,
    });
    const { text } = await browser.visit('/de/press?q=hurden');
    assert.match(text, /portal-news__title"><a href="[^"]+">Neue <mark>Hürden<\/mark><\/a>/);
    assert.match(text, /… .*Über die &lt;b&gt;hohen&lt;\/b&gt; <mark>Hürden<\/mark> spricht/);
    assert.match(text, /Ein Treffer für „hurden“/);
    assert.doesNotMatch((await browser.visit('/de/press')).text, /<mark>/);
  });

  it('offers a way out where nothing was found', async () => {
    await addRelease(portal.db);
    const { text } = await browser.visit('/de/press?q=niemals&year=2024');
    assert.match(text, /Nichts gefunden für „niemals“/);
    assert.match(text, /href="\/de\/press\?q=niemals">In allen Jahren/);
    assert.match(text, /href="\/de\/press">Alle zeigen/);
    assert.doesNotMatch((await browser.visit('/de/press?q=niemals')).text, /In allen Jahren/);
  });

  it('offers feeds, of the chosen event where one is chosen', async () => {
    const event = await anEvent(portal);
    await addRelease(portal.db, { eventId: event.id });
    assert.match((await browser.visit('/de/press')).text, /action-link" href="\/de\/press\/feed\.rss"/);
    const { text } = await browser.visit(`/de/press?event=${event.slug}`);
    assert.match(text, new RegExp(`href="/de/press/feed\\.atom\\?event=${event.slug}"`));
  });

  it('filters by year and event', async () => {
    const event = await anEvent(portal);
    await addRelease(portal.db, { title: 'Heuer', eventId: event.id });
    await addRelease(portal.db, {
      title: 'Vorjahr',
      year: 2023,
      publishAt: new Date('2023-10-01T08:00:00Z'),
    });
    assert.deepEqual(titles((await browser.visit('/de/press?year=2023')).text), ['Vorjahr']);
    assert.deepEqual(titles((await browser.visit('/de/press?year=1999')).text), []);
    assert.deepEqual(titles((await browser.visit(`/de/press?event=${event.slug}`)).text), ['Heuer']);
    assert.deepEqual(titles((await browser.visit('/de/press')).text), ['Heuer', 'Vorjahr']);
  });

  it('shows a release with quotes, contact, counts, background and downloads', async () => {
    await addRelease(portal.db, { slug: 'meldung' });
    const { status, text } = await browser.visit(PAGE);
    assert.equal(status, 200);
    for (const part of [
      '<h1 class="kern-heading-x-large">Die Titelzeile</h1>',
      'Die Unterzeile',
      'Musterstadt, 1. Oktober 2024.',
      '„Das ist ein Zitat.“',
      'Erika Mustermann, Sprecherin (erfundene Person)',
      `href="${PAGE}.txt?quote=1"`,
      `href="${PAGE}.pdf"`,
      `href="${PAGE}.md"`,
      'mailto:presse@ministerium.example',
      'Über das Haus.',
      'Zeichen mit Leerzeichen',
    ])
      assert.ok(plain(text).includes(part), part);
    assert.ok(text.indexOf('Erster Absatz') < text.indexOf('Das ist ein Zitat'));
    assert.ok(text.indexOf('Das ist ein Zitat') < text.indexOf('Zweiter Absatz'));
  });

  it('prints nothing that could act from title, text, quote or background', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    await addRelease(portal.db, {
      slug: 'meldung',
      title: evil,
      subtitle: evil,
      teaser: evil,
      body: `${evil}\n\n[x](javascript:alert(1))`,
      boilerplate: evil,
      quotes: [{ text: evil, speaker: evil, function: evil }],
      correction: { at: T, text: evil },
    });
    for (const path of [PAGE, '/de/press']) {
      const { text } = await browser.visit(path);
      assert.doesNotMatch(text, /<script>|<img src=x|href="javascript/i);
    }
  });

  it('tells machines what it is, in both languages, with its correction', async () => {
    await addRelease(portal.db, {
      pair: 'p',
      slug: 'meldung',
      state: 'corrected',
      updatedAt: new Date('2024-10-02T09:20:00Z'),
      correction: { at: new Date('2024-10-02T09:20:00Z'), text: 'Richtig sind 24.' },
    });
    await addRelease(portal.db, { pair: 'p', slug: 'news', language: 'en', title: 'The news' });
    const { text } = await browser.visit(PAGE);
    const data = JSON.parse(/ld\+json">(.+?)<\/script>/.exec(text)![1]!);
    assert.equal(data['@type'], 'NewsArticle');
    assert.equal(data.datePublished, '2024-10-01T10:00:00+02:00');
    assert.equal(data.dateModified, '2024-10-02T11:20:00+02:00');
    assert.equal(data.inLanguage, 'de');
    assert.equal(data.correction.text, 'Richtig sind 24.');
    assert.equal(data.workTranslation.url, 'https://press.example/en/press/2024/news');
    assert.match(text, /Berichtigt/);
    assert.match(text, /href="\/en\/press\/2024\/news" hreflang="en"/);
    const english = (await browser.visit('/en/press/2024/news')).text;
    assert.match(english, new RegExp(`href="${PAGE}" hreflang="de"`));
    assert.match(english, /“Das ist ein Zitat\.”/);
  });

  it('leads to the list where the other language does not exist or waits', async () => {
    await addRelease(portal.db, { pair: 'p', slug: 'meldung' });
    await addRelease(portal.db, { pair: 'p', slug: 'news', language: 'en', embargoUntil: T });
    const { text } = await browser.visit(PAGE);
    assert.match(text, /href="\/en\/press" hreflang="en"/);
    assert.ok(!text.includes('/press/2024/news'));
  });

  it('shows the pictures it names, in its order, without those that wait', async () => {
    await addPhoto(portal, { slug: 'eins' });
    await addPhoto(portal, { slug: 'zwei' });
    await addPhoto(portal, { slug: 'gesperrt', embargoUntil: T });
    await addRelease(portal.db, { slug: 'meldung', assets: ['zwei', 'gesperrt', 'eins', 'fehlt'] });
    const pictures = async () =>
      [...(await browser.visit(PAGE)).text.matchAll(/<img src="\/media\/(\w+)\/thumb"/g)].map(
        ([, slug]) => slug,
      );
    assert.deepEqual(await pictures(), ['zwei', 'eins']);
    portal.moveClock(T);
    assert.deepEqual(await pictures(), ['zwei', 'gesperrt', 'eins']);
  });

  const SURFACES = [
    ...[PAGE, `${PAGE}.txt`, `${PAGE}.md`, `${PAGE}.pdf`, `${PAGE}.json`, `${PAGE}.txt?quote=1`],
    `${PAGE}/card.png`,
  ];
  for (const path of SURFACES) {
    it(`holds ${path} back until the second of the embargo, also for HEAD`, async () => {
      await addRelease(portal.db, { slug: 'meldung', embargoUntil: T });
      const statuses = async () => [
        (await browser.visit(path)).status,
        (await browser.agent.head(path)).status,
      ];
      portal.moveClock(around(-1));
      assert.deepEqual(await statuses(), [404, 404]);
      for (const seconds of [0, 1]) {
        portal.moveClock(around(seconds));
        assert.deepEqual(await statuses(), [200, 200], `${seconds}`);
      }
    });
  }

  for (const path of ['/de/press', '/de/press?q=geheimwort', '/de/press?year=2024', '/de', '/sitemap.xml']) {
    it(`names a release at ${path} not before the second of its embargo`, async () => {
      await addRelease(portal.db, { slug: 'meldung', title: 'Geheimwort', embargoUntil: T });
      portal.moveClock(around(-1));
      const before = await browser.visit(path);
      assert.doesNotMatch(before.text, /Geheimwort|2024\/meldung/);
      if (!path.startsWith('/de/press')) return;
      for (const seconds of [0, 1]) {
        portal.moveClock(around(seconds));
        assert.match((await browser.visit(path)).text, /2024\/meldung/);
      }
    });
  }

  it('answers under embargo exactly as if the release did not exist', async () => {
    await addRelease(portal.db, { slug: 'meldung', embargoUntil: T });
    portal.moveClock(around(-1));
    for (const ending of ['', '.txt', '.pdf', '.md', '.json', '.txt?quote=1', '/card.png']) {
      const [waiting, unknown] = [
        await browser.visit(`${PAGE}${ending}`),
        await browser.visit(`${PAGE.replace('meldung', 'niemals')}${ending}`),
      ];
      assert.equal(waiting.status, 404);
      assert.equal(waiting.text.replaceAll('meldung', 'niemals'), unknown.text);
      assert.deepEqual(Object.keys(waiting.headers), Object.keys(unknown.headers));
    }
  });

  it('does not confirm a text under embargo to who guesses its tag', async () => {
    await addRelease(portal.db, { slug: 'meldung', embargoUntil: T });
    portal.moveClock(T);
    const { etag } = (await browser.visit(`${PAGE}.txt`)).headers;
    portal.moveClock(around(-1));
    assert.equal((await browser.agent.get(`${PAGE}.txt`).set('If-None-Match', etag!)).status, 404);
  });

  for (const path of [
    '/de/press/2024/niemals',
    '/de/press/2023/meldung',
    '/en/press/2024/meldung',
    '/de/press/2024/meldung.exe',
    '/de/press/2024/MELDUNG',
    '/de/press/24/meldung',
    '/de/press/2024/meldung.txt?quote=2',
    '/de/press/2024/meldung.txt?quote=unfug',
  ]) {
    it(`does not know ${path}`, async () => {
      await addRelease(portal.db, { slug: 'meldung' });
      assert.equal((await browser.visit(path)).status, 404);
    });
  }
});
