/** The door of `newsroom/`: what other floors may use. */
export { bodyParts, type Counts } from './body.js';
export { comparisonOf } from './comparison.js';
export {
  findEmbargoedRelease,
  isWithdrawnUnderEmbargo,
  listEmbargoedReleases,
} from './embargoed-release-repository.js';
export { type NewsItem, newsItem } from './news-list-page.js';
export { newsroomRoutes } from './newsroom-routes.js';
export {
  FEED_FORMATS,
  type FeedFormat,
  paths as newsroomPaths,
  RELEASE_FORMATS,
  type ReleaseFormat,
} from './paths.js';
export {
  changedAt,
  contentOf,
  type Headline,
  isPublicRelease,
  PUBLIC_STATES,
  publicVersions,
  type Quote,
  RELEASE_STATES,
  type Release,
  type ReleaseContent,
  type ReleaseState,
  type ReleaseVersion,
  releasedAt,
  speakerLine,
} from './release.js';
export { type CopySite, embargoMark, type ReleaseCopy, releaseCopy } from './release-copy-page.js';
export { makeReleaseFile } from './release-file-routes.js';
export { releaseHtml } from './release-html-page.js';
export { type ReleasePage, releasePage } from './release-page.js';
export {
  findPublicRelease,
  listHeadlines,
  listPublicReleases,
  listReleaseAddresses,
  listReleaseTitles,
  measurePublicReleases,
} from './release-repository.js';
export { issuerOf, releaseAddress } from './release-routes.js';
export {
  findRelease,
  insertRelease,
  type ReleaseRow,
  toRelease,
  updateRelease,
  whereFound,
} from './release-row-repository.js';
export { keepVersion, listVersions } from './release-version-repository.js';
export { type VersionLink, versionLinks } from './version-links-page.js';
export { getPublicRelease, listWithdrawnReleases } from './withdrawal-repository.js';
