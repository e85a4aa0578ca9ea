/** What a bulk run does to one request, inside the transaction that has locked it. */
import type { AccreditationRequest } from '../accreditation/index.js';
import { decideLocked, type Surroundings } from '../decisions/index.js';
import type { AuditEntry } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import { Conflict } from '../platform/errors.js';
import type { Log } from '../platform/log.js';
import { assignLocked } from '../review/index.js';
import { findMember, type Member } from '../staff/index.js';
import { undoLocked } from '../undo/index.js';
import type { DueItem, ItemChange } from './item-repository.js';
import type { Obstacle } from './obstacle.js';
import { type Run, rulingOf } from './run.js';

export interface Outcome extends ItemChange {
  reason?: Obstacle | undefined;
}

/** One request of a step, and what the step knows. */
export interface About {
  run: Run;
  item: DueItem;
  request: AccreditationRequest;
  obstacle: Obstacle | undefined;
  by: Member;
  at: Date;
  /** Read once for the step, as are the audit entries written. */
  among: Surroundings;
  note: (entry: AuditEntry) => void;
  /** Each in a transaction of its own inside the step's. */
  apart: boolean;
}

const skipped = (reason: Obstacle): Outcome => ({ state: 'skipped', reason });

/** What was previewed is what runs: a request that changed since then is left out. */
export async function decideOne(trx: Trx, about: About, log: Log): Promise<Outcome> {
  const { run, item, request, obstacle, by, at, among, note } = about;
  if (obstacle) return skipped(obstacle);
  if (item.version !== request.version) return skipped('changed');
  const ruling = rulingOf(run, request.lang);
  if (!ruling) return skipped('noWords');
  const fault: Outcome = { state: 'failed', reason: 'fault' };
  return whole(
    trx,
    { log, id: request.id, apart: about.apart, conflict: skipped('changed'), fault },
    async (own) => {
      const { mailId } = await decideLocked(own, request, { ruling, by, among, note }, at);
      return { state: 'done', mailId };
    },
  );
}

/** Only the decision of this run, while its letter waits. */
export async function undoOne(trx: Trx, { item, request, by, at, apart }: About, log: Log): Promise<Outcome> {
  const { mailId } = item;
  if (mailId === undefined) return { state: 'done', reason: 'left' };
  const conflict: Outcome = { state: 'done', reason: 'left' };
  const fault: Outcome = { state: 'done', reason: 'fault' };
  return whole(trx, { log, id: request.id, apart, conflict, fault }, async (own) => {
    await undoLocked(own, request, { by, mailId }, at);
    return { state: 'undone' };
  });
}

export async function assignOne(trx: Trx, { run, request, by, at }: About): Promise<Outcome> {
  const to = run.wording?.to;
  if ((request.assignedTo ?? undefined) === to) return skipped('same');
  const colleague = to === undefined ? undefined : await findMember(trx, to);
  await assignLocked(trx, request, { to: colleague, by }, at);
  return { state: 'done' };
}

interface Way {
  log: Log;
  id: number;
  apart: boolean;
  conflict: Outcome;
  fault: Outcome;
}

/** Done whole or not at all: apart from the others, or together with them, and then a failure is the step's. */
async function whole(trx: Trx, way: Way, work: (own: Trx) => Promise<Outcome>): Promise<Outcome> {
  if (!way.apart) return work(trx);
  try {
    return await trx.transaction(work);
  } catch (error) {
    if (error instanceof Conflict) return way.conflict;
    way.log.error({ err: error, request: way.id }, 'one request of a bulk run failed');
    return way.fault;
  }
}
