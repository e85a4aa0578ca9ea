/** Each release of the demo in every form in which newsrooms take it: all say the same title, dates, version and language. */
import assert from 'node:assert/strict';
import { loadDemoReleases } from '../../src/demo/demo-releases.js';
import { changedAt, listPublicReleases, type Release, releasedAt } from '../../src/newsroom/index.js';
import { toIsoLocal } from '../../src/platform/dates.js';
import { LANGUAGES, type Lang } from '../../src/platform/languages.js';
import { openBrowser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { childrenOf, linkOf, readXml, textOf } from '../support/xml-reader.js';

/** All five of the demo are out. */
const NOW = new Date('2024-10-24T12:00:00+02:00');

interface Said {
  title: string;
  /** The day in Berlin. */
  released: string;
  /** To the minute, in Berlin. */
  changed: string;
  version: number;
  language: string;
}

interface Answer {
  text: string;
  body: Buffer;
  headers: Record<string, string>;
}

const day = (iso: string): string => toIsoLocal(new Date(iso)).slice(0, 10);
const minute = (iso: string): string => toIsoLocal(new Date(iso)).slice(0, 16);
const numberAtEnd = (address: string): number => Number(/versions\/(\d+)$/.exec(address)?.[1]);

const MONTHS: Record<Lang, string[]> = {
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** "9. Oktober 2024, 11:20 Uhr" or "9 October 2024, 11:20", as people read it. */
function writtenMoment(words: string, lang: Lang): string {
  const [, date, month, year, hour, minutes] =
    /(\d{1,2})\.? (\p{L}+) (\d{4})(?:, (\d{1,2}):(\d{2}))?/u.exec(words) ?? [];
  const number = MONTHS[lang].indexOf(month!) + 1;
  const isoDay = `${year}-${String(number).padStart(2, '0')}-${date!.padStart(2, '0')}`;
  return hour ? `${isoDay}T${hour.padStart(2, '0')}:${minutes}` : isoDay;
}

/** "Fassung 2 vom …" or "Version 2, …". */
function writtenVersion(words: string, lang: Lang): Pick<Said, 'version' | 'changed'> {
  const [line, german, english] = /(?:Fassung (\d+) vom|Version (\d+),) .+/.exec(words) ?? [''];
  return { version: Number(german ?? english), changed: writtenMoment(line, lang) };
}

/** In plain words the first line says which language they are in. */
const languageOfKind = (words: string): string =>
  /^\s*Medieninformation/.test(words) ? 'de' : /^\s*Press release/.test(words) ? 'en' : '?';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u2011', '-');
const unescaped = (html: string): string =>
  html
    .replace(/&#34;|&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');

const READERS: Record<string, (answer: Answer, lang: Lang) => Said | Promise<Said>> = {
  '': ({ text }, lang) => {
    const html = plain(text);
    return {
      title: unescaped(/<h1[^>]*>([^<]+)</.exec(html)![1]!),
      released: day(/portal-eyebrow">[^<]*<time datetime="([^"]+)"/.exec(html)![1]!),
      ...writtenVersion(html, lang),
      language: /<html lang="(\w+)"/.exec(html)![1]!,
    };
  },
  'JSON-LD': ({ text }) => {
    const data = JSON.parse(/ld\+json">(.+?)<\/script>/.exec(text)![1]!);
    return {
      title: data.headline,
      released: day(data.datePublished),
      changed: minute(data.dateModified),
      version: data.version,
      language: data.inLanguage,
    };
  },
  '.json': ({ text }) => {
    const data = JSON.parse(text);
    return {
      title: data.headlines[0].value,
      released: day(data.firstCreated),
      changed: minute(data.versionCreated),
      version: Number(data.version),
      language: data.language,
    };
  },
  '.txt': ({ text }, lang) => {
    const [, dateline, title] = /^.*\n(?:.*\n)?(.+)\n\n((?:.+\n)+)\n/.exec(text)!;
    return {
      title: title!.trim().replaceAll('\n', ' '),
      released: writtenMoment(dateline!, lang),
      ...writtenVersion(text, lang),
      language: languageOfKind(text),
    };
  },
  '.md': ({ text }) => {
    const value = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(text)![1]!;
    assert.ok(text.includes(`\n# ${JSON.parse(value('title'))}\n`), 'heading and front matter agree');
    return {
      title: JSON.parse(value('title')),
      released: day(value('date')),
      changed: minute(value('updated')),
      version: Number(value('version')),
      language: value('language'),
    };
  },
  '.pdf': async ({ body }, lang) => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = getDocument({ data: new Uint8Array(body), verbosity: 0 });
    const pdf = await task.promise;
    const info = (await pdf.getMetadata()).info as { Title: string; Language: string };
    const lines: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      lines.push(
        items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''),
      );
    }
    await task.destroy();
    const words = plain(lines.join('\n'));
    assert.ok(words.replace(/\s+/g, ' ').includes(info.Title), 'the title stands on the page');
    assert.equal(languageOfKind(words), info.Language);
    return {
      title: info.Title,
      released: writtenMoment(words, lang),
      ...writtenVersion(words, lang),
      language: info.Language,
    };
  },
};

const FEED_READERS: Record<string, (text: string, url: string) => Said> = {
  atom: (text, url) => {
    const entry = childrenOf(readXml(text), 'entry').find((each) => textOf(each, 'id') === url)!;
    return {
      title: textOf(entry, 'title'),
      released: day(textOf(entry, 'published')),
      changed: minute(textOf(entry, 'updated')),
      version: numberAtEnd(linkOf(entry, 'latest-version')),
      language: entry.attributes['xml:lang']!,
    };
  },
  rss: (text, url) => {
    const [channel] = childrenOf(readXml(text), 'channel');
    const item = childrenOf(channel!, 'item').find((each) => textOf(each, 'guid') === url)!;
    assert.equal(textOf(channel!, 'language'), textOf(item, 'language'));
    return {
      title: textOf(item, 'title'),
      released: day(textOf(item, 'pubDate')),
      changed: minute(textOf(item, 'updated')),
      version: numberAtEnd(linkOf(item, 'latest-version')),
      language: textOf(item, 'language'),
    };
  },
  json: (text, url) => {
    const item = JSON.parse(text).items.find(({ id }: { id: string }) => id === url);
    return {
      title: item.title,
      released: day(item.date_published),
      changed: minute(item.date_modified),
      version: item._release.version,
      language: item.language,
    };
  },
};

describe('the outputs of each release of the demo', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
    await loadDemoReleases(portal, (await anEvent(portal)).id);
    portal.moveClock(NOW);
  });
  after(() => portal.close());

  const saidBy = (release: Release): Said => ({
    title: release.title,
    released: toIsoLocal(releasedAt(release)).slice(0, 10),
    changed: toIsoLocal(changedAt(release)).slice(0, 16),
    version: release.version,
    language: release.language,
  });
  const get = async (path: string): Promise<Answer> => {
    const answer = await openBrowser(portal.app).agent.get(path).buffer(true);
    assert.equal(answer.status, 200, path);
    return { text: answer.text, body: answer.body as Buffer, headers: answer.headers };
  };
  const releasesIn = (lang: Lang) => listPublicReleases(portal.db, { lang, now: NOW, limit: 20 });

  for (const lang of LANGUAGES) {
    it(`are five releases, one of them corrected (${lang})`, async () => {
      const versions = (await releasesIn(lang)).map(({ version }) => version).sort();
      assert.deepEqual(versions, [1, 1, 1, 1, 2]);
    });

    for (const [form, reader] of Object.entries(READERS))
      it(`say the same as ${form || 'a page'} (${lang})`, async () => {
        const ending = form === 'JSON-LD' ? '' : form;
        for (const release of await releasesIn(lang)) {
          const answer = await get(`/${lang}/press/${release.year}/${release.slug}${ending}`);
          assert.deepEqual(await reader(answer, lang), saidBy(release), release.slug);
          assert.equal(answer.headers['content-language'], lang);
        }
      });

    for (const [format, reader] of Object.entries(FEED_READERS))
      it(`say the same in feed.${format} (${lang})`, async () => {
        const { text, headers } = await get(`/${lang}/press/feed.${format}`);
        assert.equal(headers['content-language'], lang);
        for (const release of await releasesIn(lang)) {
          const url = `https://press.example/${lang}/press/${release.year}/${release.slug}`;
          assert.deepEqual(reader(text, url), saidBy(release), release.slug);
        }
      });
  }

  it('say what was corrected wherever they say a version', async () => {
    const corrected: [Lang, string, RegExp][] = [
      ['de', 'programm-steht', /Richtig sind 24\./],
      ['en', 'programme-is-set', /The correct number is 24\./],
    ];
    for (const [lang, slug, note] of corrected) {
      for (const form of ['', '.txt', '.md', '.json'])
        assert.match(
          (await get(`/${lang}/press/2024/${slug}${form}`)).text.replaceAll('\n', ' '),
          note,
          form,
        );
      for (const format of Object.keys(FEED_READERS))
        assert.match((await get(`/${lang}/press/feed.${format}`)).text, note, format);
    }
  });
});
