/** Goes through the requests of an event whose day in the deletion plan has come, in batches, each request by itself. */
import {
  type AccreditationRequest,
  type DeletionPlan,
  deletionPlan,
  lockRequest,
} from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Batch } from './due-repository.js';

const BATCH = 50;

export interface Pace {
  /** True when the portal is stopping; what is left is still due at the next run. */
  stopping(): boolean;
  /** Told after each batch how many more are deleted. */
  progress(deleted: number): Promise<void>;
}

export interface Tally {
  deleted: number;
  /** Requests that could not be handled; the reasons are in the log. */
  failed: number;
}

export interface Walk {
  next(batch: Batch): Promise<number[]>;
  /** Returns how much it deleted. */
  remove(requestId: number): Promise<number>;
}

/** One request that fails does not hold up the others: it is logged, and due again at the next run. */
export async function walkDue({ log }: Deps, { next, remove }: Walk, pace: Pace): Promise<Tally> {
  const tally = { deleted: 0, failed: 0 };
  let after = 0;
  while (!pace.stopping()) {
    const ids = await next({ after, limit: BATCH });
    const before = tally.deleted;
    for (const id of ids) {
      if (pace.stopping()) break;
      try {
        tally.deleted += await remove(id);
      } catch (error) {
        tally.failed += 1;
        log.error({ err: error, request: id }, 'the deletion plan could not be kept');
      }
    }
    await pace.progress(tally.deleted - before);
    if (ids.length < BATCH) break;
    after = ids.at(-1)!;
  }
  return tally;
}

/** The request, locked until the transaction ends; undefined when it is gone or its day was moved in the meantime. */
export async function lockDue(
  trx: Trx,
  requestId: number,
  day: keyof DeletionPlan,
  now: Date,
): Promise<AccreditationRequest | undefined> {
  const request = await lockRequest(trx, requestId);
  if (!request) return undefined;
  return deletionPlan(await getEvent(trx, request.eventId))[day] <= now ? request : undefined;
}
