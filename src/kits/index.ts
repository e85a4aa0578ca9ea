/** The door of `kits/`: what other floors may use. */
export { type Kit, kitOf } from './kit.js';
export { kitBoxFor, kitRoutes, sendKit } from './kit-routes.js';
