/** Every SQL statement about jobs. Times here are real time. */
import type { Db } from './database.js';
import { Conflict } from './errors.js';

interface JobRow {
  id: number;
  name: string;
  key: string;
  payload: string;
  state: string;
  cursor: string | null;
  done: number;
  total: number;
  tries: number;
  error: string | null;
  run_after: string;
  lease_owner: string | null;
  lease_until: string | null;
  finished_at: string | null;
}

export interface Job {
  id: number;
  name: string;
  payload: unknown;
  cursor: unknown;
  state: 'waiting' | 'running' | 'done';
  done: number;
  total: number;
  tries: number;
  error: string | undefined;
}

export async function insertJob(
  db: Db,
  { name, payload, key, at }: { name: string; payload: unknown; key: string; at: Date },
): Promise<void> {
  const row = {
    name,
    key,
    payload: JSON.stringify(payload ?? null),
    state: 'waiting',
    done: 0,
    total: 0,
    tries: 0,
    run_after: at.toISOString(),
  };
  // A finished job under this key makes room; an open one stays as it is.
  await db<JobRow>('jobs').insert(row).onConflict('key').merge(row).where('jobs.state', 'done');
}

export function ensureRecurringJob(db: Db, name: string, at: Date): Promise<void> {
  return insertJob(db, { name, payload: null, key: `recurring:${name}`, at });
}

export async function listDueJobs(db: Db, now: Date): Promise<number[]> {
  const at = now.toISOString();
  const rows = await db<JobRow>('jobs')
    .where((due) => due.where({ state: 'waiting' }).andWhere('run_after', '<=', at))
    .orWhere((stuck) => stuck.where({ state: 'running' }).andWhere('lease_until', '<', at))
    .orderBy('run_after')
    .limit(20)
    .select('id');
  return rows.map((row) => row.id);
}

export async function claimJob(
  db: Db,
  id: number,
  owner: string,
  now: Date,
  until: Date,
): Promise<Job | undefined> {
  const [row] = await db<JobRow>('jobs')
    .where({ id })
    .andWhere((free) =>
      free
        .where({ state: 'waiting' })
        .orWhere((stuck) =>
          stuck.where({ state: 'running' }).andWhere('lease_until', '<', now.toISOString()),
        ),
    )
    .update({
      state: 'running',
      lease_owner: owner,
      lease_until: until.toISOString(),
      tries: db.raw('tries + 1'),
    })
    .returning('*');
  return row && toJob(row);
}

export async function noteProgress(
  db: Db,
  id: number,
  owner: string,
  { done, total, cursor, until }: { done: number; total: number; cursor: unknown; until: Date },
): Promise<void> {
  const kept = await db<JobRow>('jobs')
    .where({ id, lease_owner: owner, state: 'running' })
    .update({ done, total, cursor: JSON.stringify(cursor ?? null), lease_until: until.toISOString() });
  if (kept === 0) throw new Conflict();
}

/** Done, or waiting for its next turn where it comes again. */
export async function finishJob(
  db: Db,
  id: number,
  owner: string,
  at: Date,
  again: Date | undefined,
): Promise<void> {
  await db<JobRow>('jobs')
    .where({ id, lease_owner: owner })
    .update({
      state: again ? 'waiting' : 'done',
      finished_at: at.toISOString(),
      lease_owner: null,
      lease_until: null,
      error: null,
      tries: 0,
      cursor: null,
      ...(again ? { run_after: again.toISOString() } : {}),
    });
}

export async function noteJobFailure(
  db: Db,
  id: number,
  owner: string,
  error: string,
  again: Date,
): Promise<void> {
  await db<JobRow>('jobs')
    .where({ id, lease_owner: owner })
    .update({
      state: 'waiting',
      error: error.slice(0, 500),
      lease_owner: null,
      lease_until: null,
      run_after: again.toISOString(),
    });
}

export async function findJob(db: Db, key: string): Promise<Job | undefined> {
  const row = await db<JobRow>('jobs').where({ key }).first();
  return row && toJob(row);
}

function toJob(row: JobRow): Job {
  return {
    id: row.id,
    name: row.name,
    payload: JSON.parse(row.payload),
    cursor: row.cursor === null ? undefined : JSON.parse(row.cursor),
    state: row.state as Job['state'],
    done: row.done,
    total: row.total,
    tries: row.tries,
    error: row.error ?? undefined,
  };
}
