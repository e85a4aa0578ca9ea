/** The door of `shortcuts/`: what other floors may use. */

export { keysRoutes } from './keys-routes.js';
export { paths as shortcutsPaths } from './paths.js';
export { KEYS, type KeyName } from './shortcuts.js';
