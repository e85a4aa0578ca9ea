/** The door of `shortcuts/`: what other floors may use. */
export { keysRoutes } from './keys-routes.js';
export { KEYS } from './shortcuts.js';
