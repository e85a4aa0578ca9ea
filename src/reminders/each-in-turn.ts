/** Goes through requests in batches, in the order of their numbers; one that fails is logged and holds up nobody. */
import type { Deps } from '../platform/deps.js';
import type { JobRun } from '../platform/jobs.js';

interface Walk<Item> {
  /** The next items behind this number, at most `batch`. */
  next(after: number): Promise<Item[]>;
  idOf(item: Item): number;
  act(item: Item): Promise<void>;
  batch: number;
}

/** What is left when the portal stops is still due at the next run. */
export async function eachInTurn<Item>(
  { log }: Deps,
  job: Pick<JobRun, 'progress' | 'stopping'>,
  { next, idOf, act, batch }: Walk<Item>,
): Promise<void> {
  let done = 0;
  for (let after = 0; ; ) {
    const items = await next(after);
    for (const item of items) {
      if (job.stopping()) return;
      try {
        await act(item);
      } catch (error) {
        log.error({ err: error, request: idOf(item) }, 'a reminder failed');
      }
      after = idOf(item);
    }
    done += items.length;
    await job.progress(done, done, null);
    if (items.length < batch) return;
  }
}
