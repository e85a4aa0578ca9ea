/** The door of `imports/`: what other floors may use. */
export { importJob, tidyImportsJob } from './import-job.js';
export { importRoutes } from './import-routes.js';
export { paths as importPaths } from './paths.js';
