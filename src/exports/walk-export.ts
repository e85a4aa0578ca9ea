/** Goes through the requests of a list in batches; between two of them the database is free for everybody else. */
import type { Db } from '../platform/database.js';
import { type Asker, type Filters, walkMatching } from '../queue/index.js';
import type { Column } from './columns.js';
import { listExportRows, listWishesOf } from './export-repository.js';
import type { ExportRow, WishRow } from './row.js';

/** Rows of this many requests are in memory at once; between two batches others are answered, so few make them wait less. */
const BATCH = 100;
/** Only numbers: more at once. */
const COUNT_BATCH = 5000;

/** Who asks for the list and when, because `assigned to me` and late are filters. */
export interface Order {
  filters: Filters;
  asker: Asker;
}

export interface Batch {
  rows: ExportRow[];
  /** By request; empty where the column is not asked for. */
  wishes: Map<number, WishRow[]>;
}

export async function* walkExport(db: Db, order: Order, columns: readonly Column[]): AsyncGenerator<Batch> {
  for await (const ids of walkMatching(db, order.filters, order.asker, BATCH)) {
    const wishes = columns.includes('slots') ? await listWishesOf(db, ids) : [];
    yield { rows: await listExportRows(db, ids, columns), wishes: byRequest(wishes) };
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
  for await (const ids of walkMatching(db, order.filters, order.asker, COUNT_BATCH)) count += ids.length;
  return count;
}
