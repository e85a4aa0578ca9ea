/** Every SQL statement about the runs of lists, and the columns remembered for the same headings. */
import { createHash } from 'node:crypto';
import type { Db, Trx } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { Field } from './column.js';
import {
  type Halt,
  type Import,
  type ImportState,
  type ImportStep,
  isRunning,
  type Kind,
  type Matching,
  nextImportState,
} from './import.js';

interface ImportRow {
  id: number;
  event_id: number;
  kind: string;
  state: string;
  acts_for: number;
  file_name: string;
  headings: string;
  matching: string | null;
  total: number;
  starts: number;
  halted: string | null;
  created_at: string;
  finished_at: string | null;
}

export type NewImport = Pick<Import, 'eventId' | 'kind' | 'actsFor' | 'fileName' | 'headings' | 'total'>;

export async function insertImport(db: Db, run: NewImport, at: Date): Promise<Import> {
  const [row] = await db<ImportRow>('import_runs')
    .insert({
      event_id: run.eventId,
      kind: run.kind,
      state: 'uploaded',
      acts_for: run.actsFor,
      file_name: run.fileName,
      headings: JSON.stringify(run.headings),
      total: run.total,
      starts: 0,
      created_at: at.toISOString(),
    })
    .returning('*');
  return toImport(row!);
}

/** Throws NotFound. */
export async function getImport(db: Db, id: number): Promise<Import> {
  return found(await db<ImportRow>('import_runs').where({ id }).first());
}

/** For the caller's transaction: whoever works on this list at the same moment waits. Throws NotFound. */
export async function lockImport(trx: Trx, id: number): Promise<Import> {
  return found(await trx<ImportRow>('import_runs').where({ id }).forUpdate().first());
}

function found(row: ImportRow | undefined): Import {
  if (!row) throw new NotFound('imports:errors.unknown');
  return toImport(row);
}

/** Moves a locked list on by the table of its life. */
export async function moveImport(
  trx: Trx,
  run: Import,
  step: ImportStep,
  change: { at: Date; actsFor?: number; halted?: Halt; matching?: Matching },
): Promise<Import> {
  const state = nextImportState(run.state, step);
  const [row] = await trx<ImportRow>('import_runs')
    .where({ id: run.id })
    .update({
      state,
      halted: change.halted ?? null,
      finished_at: state === 'done' ? change.at.toISOString() : null,
      starts: run.starts + (isRunning(state) ? 1 : 0),
      ...(change.actsFor === undefined ? {} : { acts_for: change.actsFor }),
      ...(change.matching ? { matching: JSON.stringify(change.matching) } : {}),
    })
    .returning('*');
  return toImport(row!);
}

/** With its rows. */
export async function deleteImport(trx: Trx, id: number): Promise<void> {
  await trx<ImportRow>('import_runs').where({ id }).delete();
}

/** The latest first. */
export async function listImports(db: Db, limit: number): Promise<Import[]> {
  return (await db<ImportRow>('import_runs').orderBy('id', 'desc').limit(limit)).map(toImport);
}

/** After a day nothing of what was uploaded is left: lists nobody took over go whole, the others lose their rows. */
export async function emptyImportsBefore(trx: Trx, before: Date): Promise<void> {
  const old = () => trx<ImportRow>('import_runs').where('created_at', '<', before.toISOString());
  await old().whereIn('state', ['uploaded', 'checked']).delete();
  await trx('import_rows')
    .whereIn('import_id', old().whereNot({ state: 'running' }).select('id'))
    .whereIn('state', ['raw', 'new'])
    .delete();
  await trx('import_rows')
    .whereIn('import_id', old().whereNot({ state: 'running' }).select('id'))
    .update({ cells: '', entry: null });
  await old().whereNot({ state: 'running' }).update({ file_name: '' });
}

/** What was chosen for a file with the same headings, whoever chose it. */
export async function findChoice(db: Db, run: Pick<Import, 'kind' | 'headings'>): Promise<(Field | '')[]> {
  const row = await db('import_choices')
    .where({ fingerprint: fingerprintOf(run) })
    .first();
  return row ? JSON.parse(row.fields) : [];
}

export async function rememberChoice(trx: Trx, run: Import, { fields }: Matching, at: Date): Promise<void> {
  await trx('import_choices')
    .insert({ fingerprint: fingerprintOf(run), fields: JSON.stringify(fields), at: at.toISOString() })
    .onConflict('fingerprint')
    .merge();
}

const fingerprintOf = ({ kind, headings }: Pick<Import, 'kind' | 'headings'>): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, headings]))
    .digest('hex');

function toImport(row: ImportRow): Import {
  return {
    id: row.id,
    eventId: row.event_id,
    kind: row.kind as Kind,
    state: row.state as ImportState,
    actsFor: row.acts_for,
    fileName: row.file_name,
    headings: JSON.parse(row.headings),
    matching: row.matching ? JSON.parse(row.matching) : undefined,
    total: row.total,
    starts: row.starts,
    halted: (row.halted ?? undefined) as Halt | undefined,
    createdAt: new Date(row.created_at),
    finishedAt: row.finished_at ? new Date(row.finished_at) : undefined,
  };
}
