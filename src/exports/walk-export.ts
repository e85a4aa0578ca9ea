/** Goes through the requests of a list in batches; between two of them the database is free for everybody else. */
import type { Db } from '../platform/database.js';
import { type Filters, listQueue } from '../queue/index.js';
import type { Column } from './columns.js';
import { listExportRows, listWishesOf } from './export-repository.js';
import type { ExportRow, WishRow } from './row.js';

const BATCH = 500;

/** Who asks for the list, because `assigned to me` is a filter. */
export interface Order {
  filters: Filters;
  memberId: number;
}

export interface Batch {
  rows: ExportRow[];
  /** By request; empty where the column is not asked for. */
  wishes: Map<number, WishRow[]>;
}

export async function* walkExport(db: Db, order: Order, columns: readonly Column[]): AsyncGenerator<Batch> {
  for await (const ids of walkNumbers(db, order)) {
    const wishes = columns.includes('slots') ? await listWishesOf(db, ids) : [];
    yield { rows: await listExportRows(db, ids), wishes: byRequest(wishes) };
  }
}

function byRequest(wishes: readonly WishRow[]): Map<number, WishRow[]> {
  const groups = new Map<number, WishRow[]>();
  for (const wish of wishes) groups.set(wish.request_id, [...(groups.get(wish.request_id) ?? []), wish]);
  return groups;
}

/** Exactly, also where the list only says "1,000+". */
export async function countExport(db: Db, order: Order): Promise<number> {
  let count = 0;
  for await (const ids of walkNumbers(db, order)) count += ids.length;
  return count;
}

async function* walkNumbers(db: Db, { filters, memberId }: Order): AsyncGenerator<number[]> {
  let after: { confirmedAt: Date; id: number } | undefined;
  do {
    const items = await listQueue(db, filters, memberId, { after, limit: BATCH });
    if (items.length > 0) yield items.map(({ id }) => id);
    after = items.length === BATCH ? items.at(-1) : undefined;
  } while (after);
}
