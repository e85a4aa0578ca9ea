/** Starts, stops, resumes, repeats or takes back a bulk run; what it does then is done by its job. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { enqueueJob } from '../platform/jobs.js';
import { actorOf, type Member } from '../staff/index.js';
import { retryItems } from './item-repository.js';
import { readMark } from './read-mark.js';
import { isBulkDecision, isMoving, type Run, runSubject } from './run.js';
import { lockRun, moveRun } from './run-repository.js';

export const STEERING = ['start', 'stop', 'resume', 'retry', 'undo'] as const;
export type Steering = (typeof STEERING)[number];

export const BULK_JOB = 'bulk-run';

/**
 * From now on it runs in the name of who steers it. `words`: the mark of what was read. Throws a Conflict when it
 * stands elsewhere by now, or would say something else.
 */
export async function steerRun(
  { db, clock, realClock }: Deps,
  { id, step, by, words }: { id: number; step: Steering; by: Member; words?: string | undefined },
): Promise<Run> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const run = await lockRun(trx, id);
    if (step === 'start' && !run.wording) throw new Conflict('bulk:errors.noWords');
    if (step === 'start' && words !== undefined && words !== (await readMark(trx, run, at)))
      throw new Conflict('bulk:errors.otherWords');
    if (step === 'undo' && !isBulkDecision(run.action)) throw new Conflict('bulk:errors.step');
    const moved = await moveRun(trx, run, step, { at, actsFor: by.id });
    if (step === 'retry') await retryItems(trx, id);
    if (isMoving(moved.state))
      await enqueueJob(trx, BULK_JOB, { runId: id }, realClock.now(), `bulk:${id}:${moved.starts}`);
    await appendAudit(trx, {
      at,
      actor: actorOf(by),
      action: `bulk.${step}`,
      subject: runSubject(run),
      details: { action: run.action, requests: run.total },
    });
    return moved;
  });
}
