/** Every SQL statement about the rows of a list. */
import { fullName, type RequestInput } from '../accreditation/index.js';
import type { Db, Trx } from '../platform/database.js';
import type { FieldError } from '../platform/form.js';
import type { Lang } from '../platform/languages.js';
import type { ListedRow, Outcome, RowState } from './import.js';
import type { TableRow } from './table.js';

/** What is taken over from a row. */
export interface Entry {
  input: RequestInput;
  lang: Lang;
  outcome: Outcome | '';
}

export interface CheckedRow {
  state: 'new' | 'known' | 'wrong';
  entry?: Entry;
  messages?: FieldError[];
  requestId?: number;
}

const BATCH = 200;

export async function insertRows(
  trx: Trx,
  importId: number,
  rows: readonly (TableRow & Partial<CheckedRow>)[],
): Promise<void> {
  const all = rows.map(({ position, cells, state = 'raw', entry, messages, requestId }) => ({
    import_id: importId,
    position,
    state,
    cells: JSON.stringify(cells),
    entry: entry ? JSON.stringify(entry) : null,
    messages: messages ? JSON.stringify(messages) : null,
    request_id: requestId ?? null,
  }));
  for (let from = 0; from < all.length; from += BATCH)
    await trx('import_rows').insert(all.slice(from, from + BATCH));
}

export async function deleteRows(trx: Trx, importId: number): Promise<void> {
  await trx('import_rows').where({ import_id: importId }).delete();
}

/** As they came; rows whose cells are deleted are missing. */
export async function listCells(
  db: Db,
  importId: number,
  { state, limit }: { state?: RowState; limit?: number } = {},
): Promise<(TableRow & { messages: FieldError[] })[]> {
  const rows = await db('import_rows')
    .where({ import_id: importId, ...(state ? { state } : {}) })
    .whereNot({ cells: '' })
    .orderBy('position')
    .limit(limit ?? 100_000)
    .select('position', 'cells', 'messages');
  return rows.map(({ position, cells, messages }) => ({
    position,
    cells: JSON.parse(cells),
    messages: messages ? JSON.parse(messages) : [],
  }));
}

export async function countRows(db: Db, importId: number): Promise<Record<RowState, number>> {
  const rows = await db('import_rows')
    .where({ import_id: importId })
    .groupBy('state')
    .select('state', db.raw('count(*) as count'));
  const none: Record<RowState, number> = { raw: 0, new: 0, known: 0, wrong: 0, done: 0, failed: 0 };
  return Object.assign(none, Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])));
}

export interface DueRow {
  position: number;
  entry: Entry;
}

export async function listDueRows(trx: Trx, importId: number, limit: number): Promise<DueRow[]> {
  const rows = await trx('import_rows')
    .where({ import_id: importId, state: 'new' })
    .orderBy('position')
    .limit(limit)
    .select('position', 'entry');
  return rows.map(({ position, entry }) => ({ position, entry: JSON.parse(entry) }));
}

/** What was taken over or is known needs its cells no more; what failed is kept to be mended. */
export async function changeRow(
  trx: Trx,
  importId: number,
  position: number,
  { state, requestId }: { state: 'done' | 'known' | 'failed'; requestId?: number | undefined },
): Promise<void> {
  await trx('import_rows')
    .where({ import_id: importId, position })
    .update({
      state,
      ...(requestId === undefined ? {} : { request_id: requestId }),
      ...(state === 'failed' ? {} : { cells: '', entry: null }),
    });
}

export async function forgetKnownCells(trx: Trx, importId: number): Promise<void> {
  await trx('import_rows').where({ import_id: importId, state: 'known' }).update({ cells: '', entry: null });
}

export async function listRows(
  db: Db,
  importId: number,
  { states, after, limit }: { states: readonly RowState[]; after: number; limit: number },
): Promise<ListedRow[]> {
  const rows = await db('import_rows')
    .leftJoin('accreditation_requests', 'accreditation_requests.id', 'import_rows.request_id')
    .where('import_rows.import_id', importId)
    .whereIn('import_rows.state', [...states])
    .andWhere('import_rows.position', '>', after)
    .orderBy('import_rows.position')
    .limit(limit)
    .select('import_rows.position', 'import_rows.state', 'import_rows.messages', 'import_rows.entry')
    .select('import_rows.cells')
    .select('accreditation_requests.reference', 'accreditation_requests.first_name')
    .select('accreditation_requests.last_name', 'accreditation_requests.outlet_name');
  return rows.map((row) => {
    const input: RequestInput | undefined = row.entry ? JSON.parse(row.entry).input : undefined;
    const known = row.reference ? fullName({ firstName: row.first_name, lastName: row.last_name }) : '';
    return {
      position: row.position,
      state: row.state,
      messages: row.messages ? JSON.parse(row.messages) : [],
      name: known || (input ? `${input.lastName}, ${input.firstName}` : beginningOf(row.cells)),
      outlet: row.outlet_name ?? input?.outletName ?? '',
      reference: row.reference ?? '',
    };
  });
}

/** Of a row that is wrong: enough to find it in the list. */
const beginningOf = (cells: string): string =>
  cells === ''
    ? ''
    : (JSON.parse(cells) as string[])
        .filter((cell) => cell !== '')
        .slice(0, 2)
        .map((cell) => cell.slice(0, 60))
        .join(' · ');
