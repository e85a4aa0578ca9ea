/** The door of `mediakit/`: what other floors may use. */
export { type AssetContent, addAsset, type NewAsset } from './add-asset.js';
export { type Asset, type AssetKind, type AssetTexts, findRendition, type Rendition } from './asset.js';
export { type AssetCard, assetCard, type FileLink, type Picture } from './asset-card-page.js';
export {
  getPublicAsset,
  listAssets,
  listPublicAssets,
  listPublicThumbs,
  type Thumb,
} from './asset-repository.js';
export { imageObject } from './image-object-page.js';
export { mediaFileRoutes, sendRendition } from './media-file-routes.js';
export { mediaRoutes } from './media-routes.js';
export { paths as mediaPaths } from './paths.js';
