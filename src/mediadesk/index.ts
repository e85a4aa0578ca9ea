/** The door of `mediadesk/`: what other floors may use. */
export { mediaDeskRoutes } from './media-desk-routes.js';
export { paths as mediaDeskPaths } from './paths.js';
export { uploadRoutes } from './upload-routes.js';
