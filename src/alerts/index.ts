/** The door of `alerts/`: what other floors may use. */
export { alertsDeskRoutes } from './alerts-desk-routes.js';
export { alertsJob } from './alerts-job.js';
export { alertsRoutes } from './alerts-routes.js';
export { checkAlert, noteAlertFailed, noteAlertSent } from './check-alert.js';
export { confirmSubscriber } from './confirm-subscriber.js';
export { paths as alertsPaths } from './paths.js';
export { type AlertsDue, listAlertsDue, runAlertsPlan } from './run-alerts-plan.js';
export { subscribeAddress } from './subscribe-address.js';
export { eventTopic, type Wishes } from './subscriber.js';
export { tidyAlertsJob } from './tidy-alerts-job.js';
