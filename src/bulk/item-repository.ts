/** Every SQL statement about the requests of a bulk run, each with where it stands. */
import type { Db, Trx } from '../platform/database.js';
import type { ItemState } from './run.js';

export interface NewItem {
  requestId: number;
  version: number;
  state: ItemState;
  reason: string | undefined;
}

const CHUNK = 500;

/** In the order given. */
export async function insertItems(db: Db, runId: number, items: readonly NewItem[]): Promise<void> {
  const rows = items.map((item, position) => ({
    run_id: runId,
    request_id: item.requestId,
    position,
    version: item.version,
    state: item.state,
    reason: item.reason ?? null,
  }));
  for (let from = 0; from < rows.length; from += CHUNK)
    await db('bulk_items').insert(rows.slice(from, from + CHUNK));
}

/** What a step of the run needs of an item. */
export interface DueItem {
  requestId: number;
  version: number;
  mailId: number | undefined;
}

/** The next ones in this state; `fresh`: only those nothing was said about yet. */
export async function listDueItems(
  db: Db,
  runId: number,
  { state, fresh = false, limit }: { state: ItemState; fresh?: boolean; limit: number },
): Promise<DueItem[]> {
  const due = db('bulk_items').where({ run_id: runId, state });
  if (fresh) due.whereNull('reason');
  const rows = await due.orderBy('position').limit(limit).select('request_id', 'version', 'mail_id');
  return rows.map((row) => ({
    requestId: row.request_id,
    version: row.version,
    mailId: row.mail_id ?? undefined,
  }));
}

/** Wished slots of several requests, before anything is written: nobody who decides one of them waits in a circle. */
export async function lockWishedSlots(trx: Trx, requestIds: readonly number[]): Promise<void> {
  const wished = trx('request_slots')
    .whereIn('request_id', requestIds as number[])
    .select('slot_id');
  await trx('slots').whereIn('id', wished).orderBy('id').forUpdate().select('id');
}

export interface ItemChange {
  state: ItemState;
  reason?: string | undefined;
  mailId?: number | undefined;
}

export async function changeItem(
  db: Db,
  runId: number,
  requestId: number,
  { state, reason, mailId }: ItemChange,
): Promise<void> {
  await db('bulk_items')
    .where({ run_id: runId, request_id: requestId })
    .update({ state, reason: reason ?? null, ...(mailId === undefined ? {} : { mail_id: mailId }) });
}

/** Failed ones get another try. */
export async function retryItems(db: Db, runId: number): Promise<void> {
  await db('bulk_items').where({ run_id: runId, state: 'failed' }).update({ state: 'waiting', reason: null });
}
