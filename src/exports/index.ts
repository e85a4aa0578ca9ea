/** The door of `exports/`: what other floors may use. */
export { COLUMNS } from './columns.js';
export { exportRoutes } from './export-routes.js';
export { csvOf } from './requests-csv.js';
