/** What runs beside the requests: the outbox every second, jobs every few seconds, the note of a moved clock. */
import type { Deps } from './deps.js';
import { ensureRecurringJobs, type JobKind, runDueJobs } from './jobs.js';
import type { MailTransport } from './mail-transport.js';
import { type MailHooks, sendWaitingMails } from './outbox.js';
import { writeLatestInstant } from './portal-facts.js';

/** Mail servers of authorities slow down who sends faster, and requests should not wait for letters. */
const LETTERS_A_SECOND = 20;

export interface Background {
  /** Lets what runs come to its end. */
  stop(): Promise<void>;
}

export function startBackground(
  deps: Deps,
  { jobs, hooks, transport }: { jobs: readonly JobKind[]; hooks: MailHooks; transport: MailTransport },
): Background {
  let stopped = false;
  const stopping = () => stopped;
  const loops = [
    loop(deps, stopping, 1000, () =>
      sendWaitingMails(deps, hooks, transport, { stopping, limit: LETTERS_A_SECOND }),
    ),
    loop(
      deps,
      stopping,
      3000,
      () => runDueJobs(deps, jobs, stopping),
      () => ensureRecurringJobs(deps, jobs),
    ),
  ];
  if (deps.config.clockStart)
    loops.push(loop(deps, stopping, 30_000, () => writeLatestInstant(deps.db, deps.clock.now())));
  return {
    stop: async () => {
      stopped = true;
      for (const { wake } of loops) wake();
      await Promise.all(loops.map(({ done }) => done));
      if (deps.config.clockStart) await writeLatestInstant(deps.db, deps.clock.now());
    },
  };
}

interface Loop {
  wake(): void;
  done: Promise<void>;
}

/** Does the work again and again, with a pause until its next turn; a failure is logged and does not end the loop. */
function loop(
  { log }: Deps,
  stopping: () => boolean,
  everyMs: number,
  work: () => Promise<unknown>,
  first: () => Promise<unknown> = async () => undefined,
): Loop {
  let wake: () => void = () => undefined;
  const run = async () => {
    await attempt(first);
    while (!stopping()) {
      const begun = performance.now();
      await attempt(work);
      const pause = Math.max(0, everyMs - (performance.now() - begun));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (stopping()) wake();
      });
    }
  };
  const attempt = async (task: () => Promise<unknown>) => {
    try {
      await task();
    } catch (error) {
      log.error({ err: error }, 'background work failed');
    }
  };
  return { wake: () => wake(), done: run() };
}
