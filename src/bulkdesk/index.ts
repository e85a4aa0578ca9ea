/** The door of `bulkdesk/`: what other floors may use. */
export { bulkRoutes } from './bulk-routes.js';
