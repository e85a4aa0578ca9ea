/** The door of the demo content. */
export { loadDemoIntoEmptyDatabase } from './load-demo.js';
export { seedReleases } from './seed-releases.js';
export { seedRequests } from './seed-requests.js';
