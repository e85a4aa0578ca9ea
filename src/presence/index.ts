/** The door of `presence/`: what other floors may use. */
export { keepPresence } from './keep-presence.js';
export type { Presence } from './presence.js';
export { presencePart } from './presence-repository.js';
export { presenceRoutes } from './presence-routes.js';
export { presenceWords } from './presence-words-page.js';
