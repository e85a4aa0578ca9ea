/** Every few seconds: tells the press list of what became public, was corrected or withdrawn, also while the portal was down. */
import type { JobKind } from '../platform/jobs.js';
import { carryOutMailings, startMailings } from './carry-out-mailings.js';

const EVERY_SECONDS = 5;

export const alertsJob: JobKind = {
  name: 'alerts',
  everyMinutes: EVERY_SECONDS / 60,
  run: async (deps, { progress, stopping }) => {
    await startMailings(deps);
    let batches = 0;
    await carryOutMailings(deps, async () => {
      batches += 1;
      await progress(batches, batches, null);
      return !stopping();
    });
  },
};
