/** The door of `releasedesk/`: what other floors may use. */
export { paths as releaseDeskPaths } from './paths.js';
export { releaseDeskRoutes } from './release-desk-routes.js';
export { countToApprove } from './release-list-repository.js';
