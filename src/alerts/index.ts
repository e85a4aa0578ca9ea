/** The door of `alerts/`: what other floors may use. */
export { alertsDeskRoutes } from './alerts-desk-routes.js';
export { alertsJob } from './alerts-job.js';
export { alertsRoutes } from './alerts-routes.js';
export { checkAlert, noteAlertFailed, noteAlertSent } from './check-alert.js';
export { paths as alertsPaths } from './paths.js';
export { type AlertsDue, listAlertsDue, runAlertsPlan } from './run-alerts-plan.js';
export { tidyAlertsJob } from './tidy-alerts-job.js';
