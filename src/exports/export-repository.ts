/** Every SQL statement of exports: what is written about a batch of requests. */
import type { Db } from '../platform/database.js';
import type { Column } from './columns.js';
import { type ExportRow, SOURCES, type WishRow } from './row.js';

/** In the order of the numbers, with nothing but what the columns need; what was erased since is left out. */
export async function listExportRows(
  db: Db,
  ids: readonly number[],
  columns: readonly Column[],
): Promise<ExportRow[]> {
  const sources = columns.flatMap((column) => SOURCES[column]);
  const rows = (await db('accreditation_requests')
    .whereIn('id', [...ids])
    .select('id', ...sources)) as ExportRow[];
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

export async function listWishesOf(db: Db, ids: readonly number[]): Promise<WishRow[]> {
  return db('request_slots')
    .join('slots', 'slots.id', 'request_slots.slot_id')
    .whereIn('request_slots.request_id', [...ids])
    .orderBy(['request_slots.request_id', 'slots.starts_at', 'slots.id'])
    .select('request_slots.request_id', 'request_slots.state', 'slots.texts');
}
