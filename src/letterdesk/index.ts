/** The door of `letterdesk/`: what other floors may use. */
export { letterTextRoutes } from './letter-text-routes.js';
