/** Takes the first steps of a run at once, so that a small one is over when its page comes; a larger one goes on as a job. */
import { carryOutStep } from '../bulk/index.js';
import type { Deps } from '../platform/deps.js';

const FIRST_STEPS = 2;

/** Never throws: what fails here is tried again by the job. */
export async function beginRun(deps: Deps, runId: number): Promise<void> {
  try {
    for (let step = 0; step < FIRST_STEPS; step += 1) if (!(await carryOutStep(deps, runId))) return;
  } catch (error) {
    deps.log.error({ err: error, run: runId }, 'a bulk run did not begin at once');
  }
}
