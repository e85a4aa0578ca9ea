/** Every quarter of an hour: requests whose address nobody confirmed within 48 hours expire. */
import { listUnconfirmedBefore } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import type { JobKind } from '../platform/jobs.js';
import { CONFIRM_HOURS } from './confirmation.js';
import { expireRequest } from './expire-request.js';

const BATCH = 50;

export const expireUnconfirmedJob: JobKind = {
  name: 'expire-unconfirmed',
  everyMinutes: 15,
  run: async (deps, { stopping }) => {
    while (!stopping()) {
      if ((await expireBatch(deps)) < BATCH) return;
    }
  },
};

/** Returns how many expired; one that moved on in this moment is left alone. */
async function expireBatch(deps: Deps): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - CONFIRM_HOURS * 3600_000);
  let expired = 0;
  for (const request of await listUnconfirmedBefore(deps.db, before, BATCH)) {
    try {
      await expireRequest(deps, request);
      expired += 1;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return expired;
}
