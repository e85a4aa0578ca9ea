/** Every SQL statement about bulk runs themselves. */
import type { Db, Trx } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import {
  type BulkAction,
  isMoving,
  nextRunState,
  type Run,
  type RunState,
  type RunStep,
  type Wording,
} from './run.js';

interface RunRow {
  id: number;
  action: string;
  state: string;
  acts_for: number;
  wording: string | null;
  total: number;
  starts: number;
  halted: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}

type NewRun = Pick<Run, 'action' | 'actsFor' | 'wording' | 'total'>;

export async function insertRun(db: Db, run: NewRun, at: Date): Promise<Run> {
  const [row] = await db<RunRow>('bulk_runs')
    .insert({
      action: run.action,
      state: 'draft',
      acts_for: run.actsFor,
      wording: run.wording ? JSON.stringify(run.wording) : null,
      total: run.total,
      starts: 0,
      created_at: at.toISOString(),
    })
    .returning('*');
  return toRun(row!);
}

/** Throws NotFound. */
export async function getRun(db: Db, id: number): Promise<Run> {
  const row = await db<RunRow>('bulk_runs').where({ id }).first();
  if (!row) throw new NotFound('bulk:errors.unknown');
  return toRun(row);
}

/** For the caller's transaction: whoever works on this run at the same moment waits. Throws NotFound. */
export async function lockRun(trx: Trx, id: number): Promise<Run> {
  const row = await trx<RunRow>('bulk_runs').where({ id }).forUpdate().first();
  if (!row) throw new NotFound('bulk:errors.unknown');
  return toRun(row);
}

interface RunChange {
  at: Date;
  actsFor?: number;
  halted?: 'rights';
}

/** Moves a locked run on by the table of its life. */
export async function moveRun(
  trx: Trx,
  run: Run,
  step: RunStep,
  { at, actsFor, halted }: RunChange,
): Promise<Run> {
  const state = nextRunState(run.state, step);
  const moving = isMoving(state);
  const [row] = await trx<RunRow>('bulk_runs')
    .where({ id: run.id })
    .update({
      state,
      halted: halted ?? null,
      finished_at: moving ? null : at.toISOString(),
      ...(moving ? { starts: run.starts + 1, started_at: at.toISOString() } : {}),
      ...(actsFor === undefined ? {} : { acts_for: actsFor }),
    })
    .returning('*');
  return toRun(row!);
}

export async function setWording(trx: Trx, id: number, wording: Wording): Promise<void> {
  await trx<RunRow>('bulk_runs')
    .where({ id })
    .update({ wording: JSON.stringify(wording) });
}

/** The latest first; drafts are nobody's business but their author's. */
export async function listRuns(db: Db, memberId: number, limit: number): Promise<Run[]> {
  const rows = await db<RunRow>('bulk_runs')
    .whereNot({ state: 'draft' })
    .orWhere({ acts_for: memberId })
    .orderBy('id', 'desc')
    .limit(limit);
  return rows.map(toRun);
}

/** Previews nobody ran, and runs whose requests are all erased. */
export async function deleteLeftoverRuns(db: Db, before: Date): Promise<number> {
  return db<RunRow>('bulk_runs')
    .where('created_at', '<', before.toISOString())
    .where((left) =>
      left
        .where({ state: 'draft' })
        .orWhereNotExists(db('bulk_items').whereRaw('bulk_items.run_id = bulk_runs.id').select(db.raw('1'))),
    )
    .delete();
}

function toRun(row: RunRow): Run {
  return {
    id: row.id,
    action: row.action as BulkAction,
    state: row.state as RunState,
    actsFor: row.acts_for,
    wording: row.wording ? JSON.parse(row.wording) : undefined,
    total: row.total,
    starts: row.starts,
    halted: row.halted === 'rights' ? 'rights' : undefined,
    createdAt: new Date(row.created_at),
    startedAt: row.started_at ? new Date(row.started_at) : undefined,
    finishedAt: row.finished_at ? new Date(row.finished_at) : undefined,
  };
}
