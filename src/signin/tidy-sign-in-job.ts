/** Every night: what signing in leaves behind and nobody needs any more. */
import type { JobKind } from '../platform/jobs.js';
import { deleteSpentRateLimits } from '../platform/rate-limits.js';
import { deleteExpiredSessions } from '../platform/session-store.js';
import { deleteLinksExpiredBefore } from './link-repository.js';

const KEEP_LINKS_MS = 30 * 24 * 3600_000;

export const tidySignInJob: JobKind = {
  name: 'tidy-sign-in',
  everyMinutes: 24 * 60,
  run: async ({ db, realClock }) => {
    const now = realClock.now();
    await deleteExpiredSessions(db, now);
    await deleteSpentRateLimits(db, now);
    await deleteLinksExpiredBefore(db, new Date(now.getTime() - KEEP_LINKS_MS));
  },
};
