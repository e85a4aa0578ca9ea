/** The door of `newsroom/`: what other floors may use. */
export { bodyParts, type Counts, countsOf } from './body.js';
export { comparisonOf, type FieldComparison } from './comparison.js';
export { newsroomRoutes } from './newsroom-routes.js';
export { paths as newsroomPaths } from './paths.js';
export { type NewsItem, newsItem } from './press-list-page.js';
export {
  type Correction,
  contentOf,
  isPublicRelease,
  PUBLIC_STATES,
  type Quote,
  RELEASE_STATES,
  type Release,
  type ReleaseContact,
  type ReleaseContent,
  type ReleaseState,
  type ReleaseVersion,
  releasedAt,
  speakerLine,
} from './release.js';
export { listPublicReleases, listReleaseAddresses } from './release-repository.js';
export {
  findRelease,
  insertRelease,
  type ReleaseRow,
  toRelease,
  updateRelease,
} from './release-row-repository.js';
export { keepVersion, listVersions } from './release-version-repository.js';
export { searchWords } from './search.js';
