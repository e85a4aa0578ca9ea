/** Reads every row by the rules of the form, and finds out who asked already; nothing is taken over yet. */
import { emailKey, type Known, listKnown, readListed } from '../accreditation/index.js';
import { type Event, getEvent } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { yearOf } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import type { FieldError } from '../platform/form.js';
import { type Import, type Matching, OUTCOMES } from './import.js';
import { getImport, lockImport, moveImport, rememberChoice } from './import-repository.js';
import { type CheckedRow, deleteRows, insertRows, listCells } from './import-row-repository.js';
import type { TableRow } from './table.js';
import { toEntry } from './value.js';

/** Throws a Conflict once it was started. */
export async function checkRows({ db, clock }: Deps, id: number, matching: Matching): Promise<Import> {
  const run = await getImport(db, id);
  const event = await getEvent(db, run.eventId);
  const rows = await listCells(db, id);
  const read: (TableRow & CheckedRow)[] = [];
  for (const [at, row] of rows.entries()) {
    read.push({
      position: row.position,
      cells: row.cells,
      ...(await readRow(row, { run, event, matching })),
    });
    // Others are answered in between.
    if (at % 50 === 49) await new Promise((resume) => setImmediate(resume));
  }
  return db.transaction(async (trx) => {
    const checked = withKnown(read, await readKnown(trx, event, read));
    const locked = await lockImport(trx, id);
    const moved = await moveImport(trx, locked, 'check', { at: clock.now(), matching });
    await deleteRows(trx, id);
    await insertRows(trx, id, checked);
    await rememberChoice(trx, moved, matching, clock.now());
    return moved;
  });
}

interface Rules {
  run: Import;
  event: Event;
  matching: Matching;
}

async function readRow({ cells }: TableRow, { run, event, matching }: Rules): Promise<CheckedRow> {
  const { fields, lang, outcome } = toEntry(cells, matching);
  const phone = run.kind === 'past' ? 'optional' : 'required';
  const result = await readListed(fields, { year: yearOf(event.startsAt), listed: { phone } });
  const messages: FieldError[] = [
    ...(result.ok ? [] : result.errors),
    ...(run.kind === 'past' && !OUTCOMES.some((one) => one === outcome)
      ? [{ field: 'outcome', message: 'imports:errors.outcome' }]
      : []),
    ...(cells.slice(run.headings.length).some((cell) => cell !== '')
      ? [{ field: 'row', message: 'imports:errors.moreCells' }]
      : []),
  ];
  if (!result.ok || messages.length > 0) return { state: 'wrong', messages };
  return { state: 'new', entry: { input: result.input, lang, outcome: outcome ?? '' } };
}

const ADDRESSES = 300;

/** By the key of the address. */
async function readKnown(db: Db, event: Event, rows: readonly CheckedRow[]): Promise<Map<string, Known>> {
  const emails = rows.flatMap(({ entry }) => entry?.input.email ?? []);
  const known = new Map<string, Known>();
  for (let from = 0; from < emails.length; from += ADDRESSES)
    for (const [key, one] of await listKnown(db, event.id, emails.slice(from, from + ADDRESSES)))
      known.set(key, one);
  return known;
}

/** Who stands in the file twice is taken over once, by the first row. */
function withKnown<Row extends TableRow & CheckedRow>(
  rows: readonly Row[],
  known: Map<string, Known>,
): (TableRow & CheckedRow)[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    if (row.state !== 'new' || !row.entry) return row;
    const key = emailKey(row.entry.input.email);
    const request = known.get(key);
    const twin = first.get(key);
    if (!first.has(key)) first.set(key, row.position);
    if (request) return { ...row, state: 'known' as const, requestId: request.id };
    if (twin === undefined) return row;
    const messages = [{ field: 'email', message: { key: 'imports:errors.twin', values: { row: twin } } }];
    return { ...row, state: 'known' as const, messages };
  });
}
