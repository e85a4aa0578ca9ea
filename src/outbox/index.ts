/** The door of `outbox/`: what other floors may use. */
export type { RecordLink } from './letter.js';
export { countUndelivered } from './letter-repository.js';
export { outboxRoutes } from './outbox-routes.js';
