/** The door of `queue/`: what other floors may use. */
export { COUNT_LIMIT, countMatching, countTabs } from './count-repository.js';
export { type Filters, readFilters, type Tab, toQuery } from './filters.js';
export { isReviewer, listReviewers } from './list-reviewers.js';
export type { Asker } from './narrow-repository.js';
export { countWords } from './numbers-page.js';
export { paths as queuePaths, withQuery } from './paths.js';
export type { UndoBar } from './queue-page.js';
export { walkMatching } from './queue-repository.js';
export { queueRoutes, showRefusal } from './queue-routes.js';
export { type Neighbours, readNeighbours } from './read-neighbours.js';
export { type Badge, type DueWords, dueWords, durationWords, stateBadge } from './state-words-page.js';
