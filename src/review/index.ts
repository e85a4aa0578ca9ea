/** The door of `review/`: what other floors may use. */
export { type DecisionOrder, decideRequest } from './decide-request.js';
export { digestJob } from './digest-job.js';
export { paths as reviewPaths } from './paths.js';
export type { Verdict } from './reasons.js';
export { reviewRoutes } from './review-routes.js';
export { showDecision } from './show-decision.js';
export { teamNoticeJob } from './team-notice-job.js';
