/** The door of `application/`: what other floors may use. */
export { applicationRoutes } from './application-routes.js';
export { confirmRequest } from './confirm-request.js';
export { expireUnconfirmedJob } from './expire-unconfirmed-job.js';
export { submitRequest } from './submit-request.js';
