/** The demo's releases, in German and English. The facts are those of the congress; who is quoted is invented. */
import { readFile } from 'node:fs/promises';
import { insertBoilerplate } from '../boilerplates/index.js';
import { insertRelease, keepVersion, type Release, updateRelease } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import { fromRoot } from '../platform/paths.js';

interface DemoTexts {
  slug: string;
  title: string;
  subtitle: string;
  teaser: string;
  quotes: string[];
  /** What the first version had instead; with it there are two versions. */
  wrong?: Record<string, string>;
  correction?: string;
}

interface DemoRelease extends Record<Lang, DemoTexts> {
  pair: string;
  publishAt: string;
  embargoUntil?: string;
  correctedAt?: string;
  assets: string[];
}

const OFFICE: Record<Lang, string> = {
  de: 'Sprecherin des Kongresses (erfundene Person)',
  en: 'spokesperson of the congress (invented person)',
};
const CONTACT: Record<Lang, string> = {
  de: 'Kommunikation, Thüringer Finanzministerium',
  en: 'Communications, Thuringian Ministry of Finance',
};

const read = async (name: string): Promise<string> =>
  (await readFile(fromRoot(`src/demo/content/releases/${name}`), 'utf8')).trim();

export async function loadDemoReleases({ db, clock }: Deps, eventId: number): Promise<void> {
  const loaded = await readDemoReleases(eventId);
  const [de, en] = await Promise.all(LANGUAGES.map((lang) => read(`boilerplate.${lang}.md`)));
  const label = { de: 'Über den Kongress', en: 'About the congress' };
  await db.transaction(async (trx) => {
    await insertBoilerplate(trx, { label, text: { de: de!, en: en! } }, clock.now());
    for (const { first, corrected } of loaded) {
      const release = await insertRelease(trx, first);
      if (!corrected) continue;
      await keepVersion(trx, release);
      await updateRelease(trx, { ...corrected, id: release.id });
    }
  });
}

/** Both languages of each release follow each other. */
export async function readDemoReleases(eventId: number): Promise<Loaded[]> {
  const releases = JSON.parse(await read('releases.json')) as DemoRelease[];
  return Promise.all(
    releases.flatMap((release) => LANGUAGES.map((lang) => loadedFor(release, lang, eventId))),
  );
}

type Written = Omit<Release, 'id'>;

interface Loaded {
  first: Written;
  corrected: Written | undefined;
}

/** As it came out first and, where something was wrong, as it was put right. */
async function loadedFor(demo: DemoRelease, lang: Lang, eventId: number): Promise<Loaded> {
  const right = await toRelease(demo, lang, eventId);
  const { correction: text, wrong } = demo[lang];
  if (!demo.correctedAt || !text || !wrong) return { first: right, corrected: undefined };
  const at = new Date(demo.correctedAt);
  const correction = { state: 'corrected', version: 2, updatedAt: at, correction: { at, text } } as const;
  const first = { ...right, title: misprinted(right.title, wrong), body: misprinted(right.body, wrong) };
  return { first, corrected: { ...right, ...correction } };
}

const misprinted = (text: string, wrong: Record<string, string>): string =>
  Object.entries(wrong).reduce((printed, [right, was]) => printed.replaceAll(right, was), text);

async function toRelease(demo: DemoRelease, lang: Lang, eventId: number): Promise<Written> {
  const { correction: _correction, wrong: _wrong, quotes, ...texts } = demo[lang];
  const publishAt = new Date(demo.publishAt);
  return {
    ...texts,
    pair: demo.pair,
    language: lang,
    year: 2024,
    eventId,
    state: 'published',
    publishAt,
    embargoUntil: demo.embargoUntil ? new Date(demo.embargoUntil) : undefined,
    updatedAt: publishAt,
    version: 1,
    correction: undefined,
    withdrawal: undefined,
    place: 'Erfurt',
    body: await read(`${demo.pair}.${lang}.md`),
    quotes: quotes.map((text) => ({ text, speaker: 'Erika Mustermann', function: OFFICE[lang] })),
    contact: { name: CONTACT[lang], email: 'kommunikation@tfm.thueringen.de', phone: '' },
    boilerplate: await read(`boilerplate.${lang}.md`),
    assets: demo.assets,
  };
}
