/** Releases as they are stored: one row for each language version, with the text that stands. */
import type { Knex } from 'knex';
import type { Db, Trx } from '../platform/database.js';
import { visibleFrom } from '../platform/embargo.js';
import type { Lang } from '../platform/languages.js';
import type { Correction, Quote, Release, ReleaseState } from './release.js';
import { searchTextOf, searchWords } from './search.js';

export interface ReleaseRow {
  id: number;
  pair: string;
  language: string;
  year: number;
  slug: string;
  event_id: number | null;
  state: string;
  publish_at: string;
  embargo_until: string | null;
  visible_from: string;
  updated_at: string;
  version: number;
  correction: string | null;
  place: string;
  title: string;
  subtitle: string;
  teaser: string;
  body: string;
  quotes: string;
  contact: string;
  boilerplate: string;
  assets: string;
  search_text: string;
  withdrawn_at: string | null;
  withdrawal_note: string;
}

export async function insertRelease(db: Db, release: Omit<Release, 'id'>): Promise<Release> {
  const [row] = await db<ReleaseRow>('releases').insert(fromRelease(release)).returning('*');
  return toRelease(row!);
}

/** Everything but its number; the caller has made sure that nobody was faster. */
export async function updateRelease(trx: Trx, release: Release): Promise<void> {
  const { id, ...rest } = release;
  await trx<ReleaseRow>('releases').where({ id }).update(fromRelease(rest));
}

export async function findRelease(db: Db, id: number): Promise<Release | undefined> {
  const row = await db<ReleaseRow>('releases').where({ id }).first();
  return row && toRelease(row);
}

/** Only those in which every word of the question occurs. */
export function whereFound<Query extends Knex.QueryBuilder>(query: Query, question: string): Query {
  for (const word of searchWords(question))
    query.whereRaw("search_text LIKE ? ESCAPE '!'", [`%${word.replace(/[!%_]/g, '!$&')}%`]);
  return query;
}

function fromRelease(release: Omit<Release, 'id'>): Omit<ReleaseRow, 'id'> {
  const {
    eventId,
    publishAt,
    embargoUntil,
    updatedAt,
    correction,
    withdrawal,
    quotes,
    contact,
    assets,
    ...texts
  } = release;
  return {
    ...texts,
    event_id: eventId ?? null,
    publish_at: publishAt.toISOString(),
    embargo_until: embargoUntil?.toISOString() ?? null,
    visible_from: visibleFrom(publishAt, embargoUntil).toISOString(),
    updated_at: updatedAt.toISOString(),
    correction: correction ? JSON.stringify(correction) : null,
    quotes: JSON.stringify(quotes),
    contact: JSON.stringify(contact),
    assets: JSON.stringify(assets),
    search_text: searchTextOf(release),
    withdrawn_at: withdrawal?.at.toISOString() ?? null,
    withdrawal_note: withdrawal?.note ?? '',
  };
}

export function toRelease(row: ReleaseRow): Release {
  return {
    id: row.id,
    pair: row.pair,
    language: row.language as Lang,
    year: row.year,
    slug: row.slug,
    eventId: row.event_id ?? undefined,
    state: row.state as ReleaseState,
    publishAt: new Date(row.publish_at),
    embargoUntil: row.embargo_until ? new Date(row.embargo_until) : undefined,
    updatedAt: new Date(row.updated_at),
    version: row.version,
    correction: toCorrection(row.correction),
    withdrawal: row.withdrawn_at ? { at: new Date(row.withdrawn_at), note: row.withdrawal_note } : undefined,
    place: row.place,
    title: row.title,
    subtitle: row.subtitle,
    teaser: row.teaser,
    body: row.body,
    quotes: (JSON.parse(row.quotes) as Quote[]).map((quote) => ({
      ...quote,
      function: quote.function ?? '',
    })),
    contact: JSON.parse(row.contact),
    boilerplate: row.boilerplate,
    assets: JSON.parse(row.assets),
  };
}

/** As it is kept in the database, with its moment as text. */
export function toCorrection(json: string | null): Correction | undefined {
  if (json === null) return undefined;
  const { at, text } = JSON.parse(json) as { at: string; text: string };
  return { at: new Date(at), text };
}
