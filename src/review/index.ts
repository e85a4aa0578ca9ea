/** The door of `review/`: what other floors may use. */
export { digestJob } from './digest-job.js';
export { paths as reviewPaths } from './paths.js';
export { reviewRoutes } from './review-routes.js';
export { showDecision } from './show-decision.js';
export { teamNoticeJob } from './team-notice-job.js';
