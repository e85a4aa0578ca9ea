/** Releases that are finished but under embargo, for accredited press; everybody else must not know of them. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import { PUBLIC_STATES, type Release } from './release.js';
import type { ReleaseAddress } from './release-repository.js';
import { type ReleaseRow, toRelease } from './release-row-repository.js';

/** Past its publication, in a state that would be public, and nothing but the embargo stands before it. */
function embargoedReleases(db: Db, now: Date): Knex.QueryBuilder<ReleaseRow, ReleaseRow[]> {
  const at = now.toISOString();
  return db<ReleaseRow>('releases')
    .whereIn('state', [...PUBLIC_STATES])
    .whereNotNull('event_id')
    .andWhere('publish_at', '<=', at)
    .andWhere('embargo_until', '>', at);
}

/** In all languages, those that become free first at the top; of all events where none is named. */
export async function listEmbargoedReleases(
  db: Db,
  { now, eventId }: { now: Date; eventId?: number },
): Promise<Release[]> {
  const query = embargoedReleases(db, now).orderBy('embargo_until').orderBy('pair').orderBy('language');
  if (eventId !== undefined) query.andWhere({ event_id: eventId });
  return (await query).map(toRelease);
}

export async function findEmbargoedRelease(
  db: Db,
  { lang, year, slug }: ReleaseAddress,
  now: Date,
): Promise<Release | undefined> {
  const row = await embargoedReleases(db, now).andWhere({ language: lang, year, slug }).first();
  return row && toRelease(row as ReleaseRow);
}

/** A release that was taken back while its embargo held; whoever had seen it must learn that. */
export async function isWithdrawnUnderEmbargo(
  db: Db,
  { lang, year, slug }: ReleaseAddress,
  eventId: number,
): Promise<boolean> {
  const row = await db<ReleaseRow>('releases')
    .where({ language: lang, year, slug, event_id: eventId, state: 'withdrawn' })
    .whereNotNull('embargo_until')
    .whereRaw('withdrawn_at < embargo_until')
    .first('id');
  return row !== undefined;
}
