/** The door of the demo content. */
export { loadDemoIntoEmptyDatabase } from './load-demo.js';
export { seedRequests } from './seed-requests.js';
