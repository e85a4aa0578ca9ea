/** The demo's releases, in German and English. The facts are those of the congress; who is quoted is invented. */
import { readFile } from 'node:fs/promises';
import { insertBoilerplate } from '../boilerplates/index.js';
import { insertRelease, type Release } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import { fromRoot } from '../platform/paths.js';

interface DemoTexts {
  slug: string;
  title: string;
  subtitle: string;
  teaser: string;
  quotes: string[];
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

const read = (name: string): Promise<string> =>
  readFile(fromRoot(`src/demo/content/releases/${name}`), 'utf8');

export async function loadDemoReleases({ db, clock }: Deps, eventId: number): Promise<void> {
  const releases = JSON.parse(await read('releases.json')) as DemoRelease[];
  const rows = await Promise.all(
    releases.flatMap((release) => LANGUAGES.map((lang) => toRelease(release, lang, eventId))),
  );
  const [de, en] = await Promise.all(LANGUAGES.map((lang) => read(`boilerplate.${lang}.md`)));
  const label = { de: 'Über den Kongress', en: 'About the congress' };
  await db.transaction(async (trx) => {
    await insertBoilerplate(trx, { label, text: { de: de!, en: en! } }, clock.now());
    for (const row of rows) await insertRelease(trx, row);
  });
}

async function toRelease(demo: DemoRelease, lang: Lang, eventId: number): Promise<Omit<Release, 'id'>> {
  const { correction, quotes, ...texts } = demo[lang];
  const publishAt = new Date(demo.publishAt);
  const correctedAt = demo.correctedAt ? new Date(demo.correctedAt) : undefined;
  return {
    ...texts,
    pair: demo.pair,
    language: lang,
    year: 2024,
    eventId,
    state: correctedAt ? 'corrected' : 'published',
    publishAt,
    embargoUntil: demo.embargoUntil ? new Date(demo.embargoUntil) : undefined,
    updatedAt: correctedAt ?? publishAt,
    version: correctedAt ? 2 : 1,
    correction: correctedAt && correction ? { at: correctedAt, text: correction } : undefined,
    withdrawal: undefined,
    place: 'Erfurt',
    body: await read(`${demo.pair}.${lang}.md`),
    quotes: quotes.map((text) => ({ text, speaker: 'Erika Mustermann', function: OFFICE[lang] })),
    contact: { name: CONTACT[lang], email: 'kommunikation@tfm.thueringen.de', phone: '' },
    boilerplate: await read(`boilerplate.${lang}.md`),
    assets: demo.assets,
  };
}
