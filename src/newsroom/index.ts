/** The door of `newsroom/`: what other floors may use. */
export { newsroomRoutes } from './newsroom-routes.js';
export { paths as newsroomPaths } from './paths.js';
export { type NewsItem, newsItem } from './press-list-page.js';
export { type Correction, isPublicRelease, type Quote, type Release } from './release.js';
export { insertRelease, listPublicReleases, listReleaseAddresses } from './release-repository.js';
