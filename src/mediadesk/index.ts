/** The door of `mediadesk/`: what other floors may use. */
export { countMissing, shownStateOf } from './assetstate.js';
export { mediaDeskRoutes } from './media-desk-routes.js';
export { paths as mediaDeskPaths } from './paths.js';
export { makeReady, publishReady, type ReadyAsset, setAssetEmbargo } from './publish-together.js';
export { uploadRoutes } from './upload-routes.js';
