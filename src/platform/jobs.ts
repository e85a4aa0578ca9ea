/**
 * Long or later work. A job is taken with a lease, notes its progress and where it stands, and is resumed by whoever
 * comes first when its process died. Works with several processes on PostgreSQL and with one on SQLite.
 */
import { randomUUID } from 'node:crypto';
import type { Trx } from './database.js';
import type { Deps } from './deps.js';
import {
  claimJob,
  ensureRecurringJob,
  finishJob,
  insertJob,
  listDueJobs,
  noteJobFailure,
  noteProgress,
} from './jobs-repository.js';
import { reasonOf } from './log.js';

export interface JobRun {
  payload: unknown;
  /** What the last progress note said; undefined at the first start. */
  cursor: unknown;
  /** Saves where the job stands and keeps the lease; throws when the lease was lost to another process. */
  progress(done: number, total: number, cursor: unknown): Promise<void>;
  /** True when the portal is stopping: finish the step at hand and return. */
  stopping(): boolean;
}

export interface JobKind {
  name: string;
  /** Set for work that comes again by itself. */
  everyMinutes?: number;
  run(deps: Deps, job: JobRun): Promise<void>;
}

export const LEASE_MS = 60_000;
const owner = randomUUID();

/** Part of the caller's transaction. A second job under the same `key` is not queued while the first one is open. */
export function enqueueJob(trx: Trx, name: string, payload: unknown, at: Date, key?: string): Promise<void> {
  return insertJob(trx, { name, payload, key: key ?? randomUUID(), at });
}

/** Runs every job that is due, one after the other; returns how many it ran. */
export async function runDueJobs(
  deps: Deps,
  kinds: readonly JobKind[],
  stopping = () => false,
): Promise<number> {
  let ran = 0;
  for (const id of await listDueJobs(deps.db, deps.realClock.now())) {
    if (stopping()) break;
    if (await runJob(deps, kinds, id, stopping)) ran += 1;
  }
  return ran;
}

export async function ensureRecurringJobs({ db, realClock }: Deps, kinds: readonly JobKind[]): Promise<void> {
  for (const kind of kinds) {
    if (kind.everyMinutes !== undefined) await ensureRecurringJob(db, kind.name, realClock.now());
  }
}

async function runJob(
  deps: Deps,
  kinds: readonly JobKind[],
  id: number,
  stopping: () => boolean,
): Promise<boolean> {
  const { db, realClock, log } = deps;
  const lease = () => new Date(realClock.now().getTime() + LEASE_MS);
  const job = await claimJob(db, id, owner, realClock.now(), lease());
  const kind = job && kinds.find(({ name }) => name === job.name);
  if (!job || !kind) return false;
  try {
    await kind.run(deps, {
      payload: job.payload,
      cursor: job.cursor,
      progress: (done, total, cursor) => noteProgress(db, id, owner, { done, total, cursor, until: lease() }),
      stopping,
    });
    const again = kind.everyMinutes && new Date(realClock.now().getTime() + kind.everyMinutes * 60_000);
    if (!stopping() || kind.everyMinutes) await finishJob(db, id, owner, realClock.now(), again || undefined);
  } catch (error) {
    log.error({ err: error, job: kind.name, id }, 'a job failed');
    const minutes = kind.everyMinutes ?? Math.min(60, 2 ** job.tries);
    await noteJobFailure(
      db,
      id,
      owner,
      reasonOf(error),
      new Date(realClock.now().getTime() + minutes * 60_000),
    );
  }
  return true;
}
