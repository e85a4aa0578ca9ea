/** Brings the figures up to date: batch by batch, each in one transaction. Counting a request again changes nothing. */
import type { Trx } from '../platform/database.js';
import { toDay } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { type Change, changesBetween, type Share, shareOf, summed } from './share.js';
import {
  addToFigures,
  findChanged,
  listChanged,
  lockProgress,
  type Mark,
  saveProgress,
  saveShares,
} from './share-repository.js';

const BATCH = 500;
/** A change may be saved a while after the moment it bears: a large transaction takes its time. */
const AGAIN_MS = 10 * 60_000;

export interface CountingPace {
  stopping(): boolean;
  /** After each batch, with how many were looked at so far. */
  progress(done: number): Promise<void>;
}

const TO_THE_END: CountingPace = { stopping: () => false, progress: async () => undefined };

/**
 * Goes through what changed since the last time; once a day, or with `all`, through every request, for whatever was
 * written with an earlier date.
 */
export async function countRequests(
  deps: Deps,
  { all = false, pace = TO_THE_END }: { all?: boolean; pace?: CountingPace } = {},
): Promise<void> {
  const now = deps.clock.now();
  const today = toDay(now);
  const start = await deps.db.transaction((trx) => startOf(trx, today, all));
  let mark: Mark | undefined = { updatedAt: start, id: 0 };
  let done = 0;
  while (mark && !pace.stopping()) {
    const from: Mark = mark;
    const { next, looked } = await deps.db.transaction((trx) => countBatch(trx, from, now));
    mark = next;
    done += looked;
    await pace.progress(done);
  }
}

/** A walk through everything that was not ended begins anew. */
async function startOf(trx: Trx, today: string, all: boolean): Promise<string> {
  const { fromMoment, walkedOn } = await lockProgress(trx);
  if (walkedOn === today && !all) return fromMoment;
  await saveProgress(trx, { fromMoment, walkedOn: '' });
  return '';
}

async function countBatch(
  trx: Trx,
  from: Mark,
  now: Date,
): Promise<{ next: Mark | undefined; looked: number }> {
  const { fromMoment, walkedOn } = await lockProgress(trx);
  const batch = await listChanged(trx, from, BATCH);
  const shares: { requestId: number; share: Share }[] = [];
  const changes: Change[] = [];
  for (const { id, request, before } of batch) {
    const share = shareOf(request, before);
    const different = changesBetween(before, share);
    if (!share || different.length === 0) continue;
    shares.push({ requestId: id, share });
    changes.push(...different);
  }
  if (shares.length > 0) {
    await saveShares(trx, shares);
    await addToFigures(trx, summed(changes));
  }
  const last = batch.at(-1);
  const ended = batch.length < BATCH;
  // The walk through everything starts far back; what was reached before stays reached.
  const reached = last ? again(last.updatedAt, now) : '';
  // Where nothing changed nothing is written either: a walk through everything must not keep others from writing.
  if (ended || shares.length > 0)
    await saveProgress(trx, {
      fromMoment: [reached, fromMoment].sort().at(-1)!,
      walkedOn: ended ? toDay(now) : walkedOn,
    });
  return {
    next: ended || !last ? undefined : { updatedAt: last.updatedAt, id: last.id },
    looked: batch.length,
  };
}

/** Never behind now: what bears a later date would keep everything before it from being counted. */
const again = (updatedAt: string, now: Date): string =>
  new Date(Math.min(Date.parse(updatedAt), now.getTime()) - AGAIN_MS).toISOString();

/**
 * Part of the transaction in which a request is deleted, before it: what happened to it stays in the figures, also
 * where it was not counted yet.
 */
export async function countBeforeForgetting(trx: Trx, requestId: number): Promise<void> {
  const changed = await findChanged(trx, requestId);
  if (!changed) return;
  const share = shareOf(changed.request, changed.before);
  await addToFigures(trx, summed(changesBetween(changed.before, share)));
}
