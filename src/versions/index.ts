/** The door of `versions/`: what other floors may use. */
export { versionRoutes } from './public-version-routes.js';
