/** The door of `exports/`: what other floors may use. */
export { exportRoutes } from './export-routes.js';
export { paths as exportPaths } from './paths.js';
