/** Every quarter of an hour: what the retention plan of the press list says is due. */
import type { JobKind } from '../platform/jobs.js';
import { runAlertsPlan } from './run-alerts-plan.js';

export const tidyAlertsJob: JobKind = {
  name: 'tidy-alerts',
  everyMinutes: 15,
  run: async (deps, { stopping }) => void (await runAlertsPlan(deps, stopping)),
};
