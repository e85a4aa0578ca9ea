/** What accredited press opened under embargo. */
import type { Db } from '../platform/database.js';
import type { Opening } from './opening.js';

interface OpeningRow {
  id: number;
  request_id: number;
  release_id: number;
  what: string;
  opened_at: string;
}

export async function noteOpening(db: Db, { requestId, releaseId, what, at }: Opening): Promise<void> {
  await db<OpeningRow>('preview_openings').insert({
    request_id: requestId,
    release_id: releaseId,
    what,
    opened_at: at.toISOString(),
  });
}

/** Whether this person opened this before, at any time. */
export async function hasOpened(db: Db, { requestId, releaseId, what }: Opening): Promise<boolean> {
  const opened = { request_id: requestId, release_id: releaseId, what };
  return (await db<OpeningRow>('preview_openings').where(opened).first('id')) !== undefined;
}

/** Of one person, the first first: for their own data. */
export async function listOpeningsOf(db: Db, requestId: number): Promise<(Opening & { title: string })[]> {
  const rows: (OpeningRow & { title: string })[] = await db<OpeningRow>('preview_openings')
    .join('releases', 'releases.id', 'preview_openings.release_id')
    .where({ request_id: requestId })
    .orderBy('preview_openings.id')
    .select('preview_openings.*', 'releases.title');
  return rows.map((row) => ({ ...toOpening(row), title: row.title }));
}

export interface OpeningLine extends Opening {
  reference: string;
  firstName: string;
  lastName: string;
  outletName: string;
  title: string;
  /** The language of the release. */
  language: string;
}

/** The latest first, of one release or of all. */
export async function listOpenings(
  db: Db,
  { releaseIds, limit, offset }: { releaseIds?: readonly number[]; limit: number; offset: number },
): Promise<OpeningLine[]> {
  const query = db('preview_openings as opening')
    .join('accreditation_requests as request', 'request.id', 'opening.request_id')
    .join('releases as release', 'release.id', 'opening.release_id')
    .orderBy('opening.id', 'desc')
    .limit(limit)
    .offset(offset)
    .select('opening.*', 'request.reference', 'request.first_name as firstName')
    .select('request.last_name as lastName', 'request.outlet_name as outletName')
    .select('release.title', 'release.language');
  if (releaseIds) query.whereIn('opening.release_id', releaseIds);
  const rows: (OpeningRow & Omit<OpeningLine, keyof Opening>)[] = await query;
  return rows.map(({ reference, firstName, lastName, outletName, title, language, ...row }) => ({
    ...toOpening(row),
    ...{ reference, firstName, lastName, outletName, title, language },
  }));
}

export interface OpenedBy {
  requestId: number;
  releaseId: number;
  times: number;
  last: Date;
}

/** How often and when last each person opened each release; a handful of releases at most. */
export async function countOpenings(db: Db, releaseIds: readonly number[]): Promise<OpenedBy[]> {
  const rows: { request_id: number; release_id: number; times: number | string; last: string }[] = await db(
    'preview_openings',
  )
    .whereIn('release_id', releaseIds)
    .groupBy('request_id', 'release_id')
    .select('request_id', 'release_id', db.raw('count(*) as times'), db.raw('max(opened_at) as last'));
  return rows.map((row) => ({
    requestId: row.request_id,
    releaseId: row.release_id,
    times: Number(row.times),
    last: new Date(row.last),
  }));
}

const toOpening = (row: OpeningRow): Opening => ({
  requestId: row.request_id,
  releaseId: row.release_id,
  what: row.what,
  at: new Date(row.opened_at),
});
