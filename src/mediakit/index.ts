/** The door of `mediakit/`: what other floors may use. */
export { addAsset, type NewAsset, removeMaster } from './add-asset.js';
export {
  ASSET_KINDS,
  ASSET_SOURCES,
  type Asset,
  type AssetFields,
  type AssetKind,
  allowsAssetStep,
  findRendition,
  inOrderOf,
  isPictureKind,
  isPublicAsset,
  type Rendition,
} from './asset.js';
export { type AssetCard, assetCard } from './asset-card-page.js';
export {
  findByMaster,
  findNextDraft,
  getAsset,
  getPublicAsset,
  listAssets,
  listPublicAssets,
  listPublicThumbs,
  listTakenSlugs,
  type Thumb,
} from './asset-repository.js';
export { deleteAsset, keepAddresses, setOrder, updateAsset } from './asset-row-repository.js';
export { type FileType, fileTypeOf } from './filetype.js';
export { imageObject } from './image-object-page.js';
export { MAX_PIXELS } from './make-renditions.js';
export { mediaFileRoutes, sendRendition } from './media-file-routes.js';
export type { KitBox, MediaEvent } from './media-page.js';
export { mediaRoutes } from './media-routes.js';
export { paths as mediaPaths } from './paths.js';
export { type AssetContent, readMaster, renderAsset, xmpOf } from './render-asset.js';
export { tidyMediaJob } from './tidy-media-job.js';
export { isHarmlessSvg } from './vector.js';
