/** Every hour: what the deletion plan says is due. What a stopped run left is still due at the next one. */
import type { JobKind } from '../platform/jobs.js';
import { runDeletionPlan } from './run-deletion-plan.js';

export const retentionJob: JobKind = {
  name: 'retention',
  everyMinutes: 60,
  run: async (deps, { progress, stopping }) => {
    let done = 0;
    const deleted = await runDeletionPlan(deps, {
      stopping,
      progress: async (more) => {
        done += more;
        await progress(done, done, null);
      },
    });
    const failed = deleted.reduce((sum, event) => sum + event.failed, 0);
    if (failed > 0) throw new Error(`${failed} requests could not be deleted by plan`);
  },
};
