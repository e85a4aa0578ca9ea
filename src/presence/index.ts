/** The door of `presence/`: what other floors may use. */
export { keepPresence, leavePresence } from './keep-presence.js';
export { LEASE_MS, type Presence } from './presence.js';
export { listPresence, presencePart } from './presence-repository.js';
export { presenceRoutes } from './presence-routes.js';
export { presenceWords } from './presence-words-page.js';
