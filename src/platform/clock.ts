/** The only sources of "now": business time, which a demo may move, and real time, which nobody may. */
export interface Clock {
  now(): Date;
}

/** For cookies, sessions, one-time codes, leases and rate limits. */
export const realClock: Clock = { now: () => new Date() };

/**
 * Business time (deadlines, embargo, history, letters): starts at `start` and then runs; real time without one.
 * It never starts before `latest`, the latest instant already stored, so that a restart does not go back in time.
 */
export function businessClock(start: Date | undefined, latest: Date | undefined): Clock {
  if (!start) return realClock;
  const from = Math.max(start.getTime(), latest?.getTime() ?? 0);
  const offset = from - Date.now();
  return { now: () => new Date(Date.now() + offset) };
}
