/** The door of `review/`: what other floors may use. */
export { assignLocked } from './assign-request.js';
export { paths as reviewPaths } from './paths.js';
export { reviewRoutes } from './review-routes.js';
