/** Releases that the public read once and that were withdrawn since. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import { Gone, NotFound } from '../platform/errors.js';
import { isPublicRelease, type Release, type WithTranslation, wasPublic } from './release.js';
import { findPublicRelease, type ReleaseAddress, type ReleaseChoice } from './release-repository.js';
import { type ReleaseRow, toRelease } from './release-row-repository.js';

/** The rule of `wasPublic` for the database. */
function withdrawn(db: Db, now: Date): Knex.QueryBuilder<ReleaseRow, ReleaseRow[]> {
  return db<ReleaseRow>('releases')
    .where({ state: 'withdrawn' })
    .andWhere('withdrawn_at', '<=', now.toISOString())
    .andWhereRaw('visible_from <= withdrawn_at');
}

/** With its version in the other language, where that is public or was. */
export async function findWithdrawnRelease(
  db: Db,
  { lang, year, slug }: ReleaseAddress,
  now: Date,
): Promise<WithTranslation | undefined> {
  const row = await withdrawn(db, now).andWhere({ language: lang, year, slug }).first();
  if (!row) return undefined;
  const release = toRelease(row as ReleaseRow);
  const others = await db<ReleaseRow>('releases').where({ pair: release.pair }).whereNot({ id: release.id });
  const known = (other: Release) => isPublicRelease(other, now) || wasPublic(other, now);
  return { release, translation: others.map(toRelease).find(known) };
}

/** Throws Gone for what was withdrawn, and NotFound for what never was or still waits: all the same to a stranger. */
export async function getPublicRelease(db: Db, address: ReleaseAddress, now: Date): Promise<WithTranslation> {
  const found = await findPublicRelease(db, address, now);
  if (found) return found;
  throw (await findWithdrawnRelease(db, address, now)) ? new Gone('newsroom:withdrawn.file') : new NotFound();
}

/** The latest withdrawal first. */
export async function listWithdrawnReleases(
  db: Db,
  { lang, now, eventId, limit }: Pick<ReleaseChoice, 'lang' | 'now' | 'eventId'> & { limit: number },
): Promise<Release[]> {
  const query = withdrawn(db, now).andWhere({ language: lang });
  if (eventId !== undefined) query.andWhere({ event_id: eventId });
  const rows = await query.orderBy('withdrawn_at', 'desc').orderBy('id', 'desc').limit(limit);
  return rows.map(toRelease);
}
