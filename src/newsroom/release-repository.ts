/** Releases as the public may read them at a moment. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import type { Lang } from '../platform/languages.js';
import {
  type Headline,
  PUBLIC_STATES,
  type Release,
  type ReleaseState,
  type WithTranslation,
} from './release.js';
import { type ReleaseRow, toRelease, whereFound } from './release-row-repository.js';

export interface ReleaseChoice {
  lang: Lang;
  now: Date;
  question?: string;
  year?: number | undefined;
  eventId?: number | undefined;
  /** Public from then on, or later. */
  since?: Date;
}

/** The rule of `isPublicRelease` for the database, in the one place where lists, search, pages and sitemap ask for it. */
function publicReleases(db: Db, now: Date): Knex.QueryBuilder<ReleaseRow, ReleaseRow[]> {
  return db<ReleaseRow>('releases')
    .whereIn('state', [...PUBLIC_STATES])
    .andWhere('visible_from', '<=', now.toISOString());
}

function chosen(db: Db, choice: ReleaseChoice): Knex.QueryBuilder<ReleaseRow, ReleaseRow[]> {
  const query = publicReleases(db, choice.now).andWhere({ language: choice.lang });
  if (choice.year !== undefined) query.andWhere({ year: choice.year });
  if (choice.eventId !== undefined) query.andWhere({ event_id: choice.eventId });
  if (choice.since) query.andWhere('visible_from', '>=', choice.since.toISOString());
  return whereFound(query, choice.question ?? '');
}

/** The rule of `changedAt` for the database. */
const CHANGED_AT = 'CASE WHEN updated_at > visible_from THEN updated_at ELSE visible_from END';

export interface Stretch {
  limit: number;
  offset?: number;
  /** `released`, unless it is said: what became public last comes first, or what was corrected last. */
  by?: 'released' | 'changed';
}

/** The latest first. */
export async function listPublicReleases(
  db: Db,
  { limit, offset = 0, by = 'released', ...choice }: ReleaseChoice & Stretch,
): Promise<Release[]> {
  const rows = await chosen(db, choice)
    .orderByRaw(`${by === 'changed' ? CHANGED_AT : 'visible_from'} DESC`)
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset);
  return rows.map(toRelease);
}

/** The latest first; for pages asked for often. */
export async function listHeadlines(
  db: Db,
  { lang, now, limit }: { lang: Lang; now: Date; limit: number },
): Promise<Headline[]> {
  const columns = [
    'language',
    'year',
    'slug',
    'state',
    'publish_at',
    'embargo_until',
    'title',
    'teaser',
  ] as const;
  const rows: Pick<ReleaseRow, (typeof columns)[number]>[] = await publicReleases(db, now)
    .andWhere({ language: lang })
    .orderBy('visible_from', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .select(...columns);
  return rows.map(({ language, state, publish_at, embargo_until, ...row }) => ({
    ...row,
    language: language as Lang,
    state: state as ReleaseState,
    publishAt: new Date(publish_at),
    embargoUntil: embargo_until ? new Date(embargo_until) : undefined,
  }));
}

export async function countPublicReleases(db: Db, choice: ReleaseChoice): Promise<number> {
  const row = await chosen(db, choice).count({ count: '*' }).first();
  return Number((row as unknown as { count: number | string } | undefined)?.count ?? 0);
}

/** How many there are, and when the last of them appeared or was corrected. */
export async function measurePublicReleases(
  db: Db,
  choice: ReleaseChoice,
): Promise<{ count: number; changedAt: Date | undefined }> {
  const row = await chosen(db, choice)
    .select(db.raw(`count(*) AS count, max(${CHANGED_AT}) AS changed_at`))
    .first();
  const { count, changed_at } = row as unknown as { count: number | string; changed_at: string | null };
  return { count: Number(count), changedAt: changed_at ? new Date(changed_at) : undefined };
}

export interface ReleaseFilters {
  /** The latest first. */
  years: number[];
  eventIds: number[];
}

/** By what the public may filter at this moment: an embargo must not show in a year either. */
export async function listReleaseFilters(db: Db, lang: Lang, now: Date): Promise<ReleaseFilters> {
  const rows = await publicReleases(db, now).andWhere({ language: lang }).distinct('year', 'event_id');
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a);
  const eventIds = [...new Set(rows.flatMap(({ event_id }) => (event_id === null ? [] : [event_id])))];
  return { years, eventIds };
}

export interface ReleaseAddress {
  lang: Lang;
  year: number;
  slug: string;
}

/** The release and its version in the other language, each only when it may be seen now. */
export async function findPublicRelease(
  db: Db,
  { lang, year, slug }: ReleaseAddress,
  now: Date,
): Promise<WithTranslation | undefined> {
  const pair = db<ReleaseRow>('releases').where({ language: lang, year, slug }).select('pair');
  const versions = (await publicReleases(db, now).whereIn('pair', pair)).map(toRelease);
  const release = versions.find(({ language }) => language === lang);
  return release && { release, translation: versions.find(({ language }) => language !== lang) };
}

export interface ReleaseVersions {
  /** Both languages, or the one that may be seen. */
  versions: ReleaseAddress[];
  changedAt: Date;
}

/** For sitemaps, without the texts; the latest first. */
export async function listReleaseAddresses(db: Db, now: Date): Promise<ReleaseVersions[]> {
  type Row = Pick<ReleaseRow, 'pair' | 'language' | 'year' | 'slug' | 'updated_at' | 'visible_from'>;
  const rows: Row[] = await publicReleases(db, now)
    .select('pair', 'language', 'year', 'slug', 'updated_at', 'visible_from')
    .orderBy('visible_from', 'desc')
    .orderBy('language');
  const found = new Map<string, ReleaseVersions>();
  for (const row of rows) {
    const moments = [found.get(row.pair)?.changedAt ?? 0, row.updated_at, row.visible_from];
    const changedAt = new Date(Math.max(...moments.map((moment) => new Date(moment).getTime())));
    const version = { lang: row.language as Lang, year: row.year, slug: row.slug };
    found.set(row.pair, { versions: [...(found.get(row.pair)?.versions ?? []), version], changedAt });
  }
  return [...found.values()];
}

/** For the team, in whatever state: what the releases at these addresses are called. */
export async function listReleaseTitles(
  db: Db,
  slugs: readonly string[],
): Promise<(ReleaseAddress & { title: string })[]> {
  const rows: Pick<ReleaseRow, 'language' | 'year' | 'slug' | 'title'>[] = await db<ReleaseRow>('releases')
    .whereIn('slug', [...slugs])
    .select('language', 'year', 'slug', 'title');
  return rows.map(({ language, ...row }) => ({ ...row, lang: language as Lang }));
}
