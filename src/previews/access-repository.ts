/** Whose preview link is good. Only what the team changed has a row; everybody else has the first version. */
import type { Db, Trx } from '../platform/database.js';
import { ACCESS_STATES, type Access, FRESH_ACCESS } from './access.js';

interface AccessRow {
  request_id: number;
  version: number;
  state: string;
  changed_at: string;
}

export async function findAccess(db: Db, requestId: number): Promise<Access> {
  const row = await db<AccessRow>('preview_access').where({ request_id: requestId }).first();
  return row ? toAccess(row) : FRESH_ACCESS;
}

export async function listAccess(db: Db, requestIds: readonly number[]): Promise<Map<number, Access>> {
  const rows = await db<AccessRow>('preview_access').whereIn('request_id', requestIds);
  const changed = new Map(rows.map((row) => [row.request_id, toAccess(row)]));
  return new Map(requestIds.map((id) => [id, changed.get(id) ?? FRESH_ACCESS]));
}

/** The caller has locked the request. */
export async function saveAccess(
  trx: Trx,
  requestId: number,
  { version, state }: Access,
  at: Date,
): Promise<void> {
  await trx<AccessRow>('preview_access')
    .insert({ request_id: requestId, version, state, changed_at: at.toISOString() })
    .onConflict('request_id')
    .merge();
}

const toAccess = ({ version, state }: AccessRow): Access => ({
  version,
  state: ACCESS_STATES.find((known) => known === state) ?? 'blocked',
});

/** The numbers of the accredited of these events, in the order of their names. */
export async function listAccreditedIds(
  db: Db,
  eventIds: readonly number[],
  approved: readonly string[],
): Promise<number[]> {
  const rows: { id: number }[] = await db('accreditation_requests')
    .whereIn('event_id', eventIds)
    .whereIn('shown_state', approved)
    .andWhere({ kept: false })
    .orderBy(['last_name', 'first_name', 'id'])
    .select('id');
  return rows.map(({ id }) => id);
}
