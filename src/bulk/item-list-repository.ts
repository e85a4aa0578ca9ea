/** Every SQL statement that lists and counts the requests of bulk runs for the desk. */
import { fullName } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import type { Lang } from '../platform/languages.js';
import type { Heap } from './heap.js';
import type { ItemState } from './run.js';

export async function countItems(db: Db, runId: number): Promise<Heap[]> {
  const rows = await db('bulk_items')
    .join('accreditation_requests', 'accreditation_requests.id', 'bulk_items.request_id')
    .where('bulk_items.run_id', runId)
    .groupBy('bulk_items.state', 'accreditation_requests.language', 'accreditation_requests.event_id')
    .select(
      'bulk_items.state',
      'accreditation_requests.language',
      'accreditation_requests.event_id',
      db.raw('count(*) as count'),
    );
  return rows.map((row) => ({
    state: row.state,
    lang: row.language,
    eventId: row.event_id,
    count: Number(row.count),
  }));
}

/** How many of each run stand where, for the list of runs. */
export async function countItemsOf(
  db: Db,
  runIds: readonly number[],
): Promise<Map<number, Partial<Record<ItemState, number>>>> {
  const rows: { run_id: number; state: ItemState; count: string | number }[] = await db('bulk_items')
    .whereIn('run_id', runIds as number[])
    .groupBy('run_id', 'state')
    .select('run_id', 'state', db.raw('count(*) as count'));
  const counts = new Map<number, Partial<Record<ItemState, number>>>();
  for (const { run_id: id, state, count } of rows)
    counts.set(id, { ...counts.get(id), [state]: Number(count) });
  return counts;
}

/** An item as the desk lists it. */
export interface ItemRow {
  requestId: number;
  position: number;
  reference: string;
  name: string;
  outlet: string;
  state: ItemState;
  reason: string | undefined;
}

export async function listItems(
  db: Db,
  runId: number,
  { states, after = -1, limit }: { states: readonly ItemState[]; after?: number; limit: number },
): Promise<ItemRow[]> {
  const rows = await itemsWithRequests(db, runId)
    .whereIn('bulk_items.state', states as ItemState[])
    .where('bulk_items.position', '>', after)
    .limit(limit);
  return rows.map(toItemRow);
}

/** The `number`-th who gets a letter in this language, counted from 1. */
export async function findRecipient(
  db: Db,
  runId: number,
  { lang, number }: { lang: Lang; number: number },
): Promise<ItemRow | undefined> {
  const row = await itemsWithRequests(db, runId)
    .where({ 'bulk_items.state': 'waiting', 'accreditation_requests.language': lang })
    .offset(number - 1)
    .first();
  return row && toItemRow(row);
}

/** One request of a run, by its reference. */
export async function findItem(db: Db, runId: number, reference: string): Promise<ItemRow | undefined> {
  const row = await itemsWithRequests(db, runId)
    .where('accreditation_requests.reference', reference.toUpperCase())
    .first();
  return row && toItemRow(row);
}

const itemsWithRequests = (db: Db, runId: number) =>
  db('bulk_items')
    .join('accreditation_requests', 'accreditation_requests.id', 'bulk_items.request_id')
    .where('bulk_items.run_id', runId)
    .orderBy('bulk_items.position')
    .select(
      'bulk_items.request_id',
      'bulk_items.position',
      'bulk_items.state',
      'bulk_items.reason',
      'accreditation_requests.reference',
      'accreditation_requests.first_name',
      'accreditation_requests.last_name',
      'accreditation_requests.outlet_name',
    );

interface JoinedRow {
  request_id: number;
  position: number;
  state: ItemState;
  reason: string | null;
  reference: string;
  first_name: string;
  last_name: string;
  outlet_name: string;
}

const toItemRow = (row: JoinedRow): ItemRow => ({
  requestId: row.request_id,
  position: row.position,
  reference: row.reference,
  name: fullName({ firstName: row.first_name, lastName: row.last_name }),
  outlet: row.outlet_name,
  state: row.state,
  reason: row.reason ?? undefined,
});

/** The letters of a run that have not left, and when the first of them may. */
export async function readWaitingLetters(
  db: Db,
  runId: number,
): Promise<{ count: number; next: Date | undefined }> {
  const row = await db('bulk_items')
    .join('outgoing_mails', 'outgoing_mails.id', 'bulk_items.mail_id')
    .where({ 'bulk_items.run_id': runId, 'bulk_items.state': 'done', 'outgoing_mails.state': 'waiting' })
    .select(db.raw('count(*) as count'), db.raw('min(outgoing_mails.not_before) as next'))
    .first();
  return { count: Number(row?.count ?? 0), next: row?.next ? new Date(row.next) : undefined };
}
