/** Counts what is handed out, also by the page cache, and writes it down every few seconds. */
import type { RequestListener } from 'node:http';
import { toDay } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { counts, isRobot, kindOfPath } from './counted.js';
import { count } from './counting.js';
import { writeCounts } from './write-counts.js';

const WRITTEN_EVERY_MS = 5000;

export interface Counting {
  /** The same as the listener that was handed in. */
  listener: RequestListener;
  /** Writes down the rest. */
  stop(): Promise<void>;
}

export function startCounting(deps: Deps, listener: RequestListener): Counting {
  const { clock, config, log } = deps;
  const write = () =>
    writeCounts(deps).catch((error: unknown) => log.warn({ err: error }, 'counts wait for the next time'));
  const timer = setInterval(write, WRITTEN_EVERY_MS);
  timer.unref();
  const dayOf = dayByMinute();
  return {
    listener: (req, res) => {
      const path = pathOf(req.url ?? '');
      const kind = req.method === 'GET' ? kindOfPath(path) : undefined;
      listener(req, res);
      const userAgent = req.headers['user-agent'];
      if (!kind || isRobot(userAgent)) return;
      const note = () => {
        const contentRange = kind === 'view' ? '' : String(res.getHeader('content-range') ?? '');
        const wantedFor = req.headers['sec-fetch-dest'] as string | undefined;
        const answered = { kind, status: res.statusCode, userAgent, contentRange, wantedFor };
        if (counts(answered)) count(config, dayOf(clock.now()), path);
      };
      // Out of the page cache an answer is complete at once, and costs less than waiting for its end.
      if (res.writableEnded) note();
      else res.once('finish', note);
    },
    stop: async () => {
      clearInterval(timer);
      await write();
    },
  };
}

/** Working out a day in Berlin costs more than a page out of the cache; it changes at a full minute only. */
function dayByMinute(): (at: Date) => string {
  let [minute, day] = [Number.NaN, ''];
  return (at) => {
    const now = Math.floor(at.getTime() / 60_000);
    if (now !== minute) [minute, day] = [now, toDay(at)];
    return day;
  };
}

const pathOf = (url: string): string => {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
};
