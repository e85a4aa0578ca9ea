/** The door of `overview/`: what other floors may use. */
export { overviewRoutes } from './overview-routes.js';
