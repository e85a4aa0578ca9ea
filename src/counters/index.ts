/** The door of `counters/`: what other floors may use. */
export { count } from './counting.js';
export { countsRoutes } from './counts-routes.js';
export { type Counting, startCounting } from './start-counting.js';
