/** The door of `queue/`: what other floors may use. */
export { type Filters, readFilters, toQuery } from './filters.js';
export { hintsFor } from './hints.js';
export { isReviewer, listReviewers } from './list-reviewers.js';
export { overviewRoutes } from './overview-routes.js';
export { paths as queuePaths, withQuery } from './paths.js';
export type { UndoBar } from './queue-page.js';
export { queueRoutes } from './queue-routes.js';
export { findNextInLine, type Neighbours, readNeighbours } from './read-neighbours.js';
export { type Badge, type DueWords, dueWords, durationWords, stateBadge } from './state-words-page.js';
