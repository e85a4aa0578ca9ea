/** Bulk runs go on by themselves: step by step, resumed by whoever comes first when their process died. */
import type { Deps } from '../platform/deps.js';
import type { JobKind } from '../platform/jobs.js';
import { carryOutStep } from './carry-out-run.js';
import { deleteLeftoverRuns } from './run-repository.js';
import { BULK_JOB } from './steer-run.js';

export const bulkJob: JobKind = {
  name: BULK_JOB,
  run: async (deps, job) => {
    const { runId } = job.payload as { runId: number };
    for (let steps = 1; !job.stopping(); steps += 1) {
      if (!(await carryOutStep(deps, runId))) return;
      await job.progress(steps, 0, { steps });
    }
  },
};

const DAY = 24 * 3600_000;

/** Previews that nobody ran go after a day, runs together with the last of their requests. */
export const tidyBulkJob: JobKind = {
  name: 'bulk-tidy',
  everyMinutes: 360,
  run: async ({ db, clock }: Deps) => {
    await deleteLeftoverRuns(db, new Date(clock.now().getTime() - DAY));
  },
};
