/** The door of `previews/`: what other floors may use. */
export type { Access } from './access.js';
export { findAccess } from './access-repository.js';
export { clearPreviewLetter } from './check-letter.js';
export { findPreviews, type OwnPreviews } from './find-previews.js';
export type { Opening } from './opening.js';
export { listOpeningsOf } from './opening-repository.js';
export { paths as previewPaths } from './paths.js';
export { previewDeskRoutes } from './preview-desk-routes.js';
export { previewRoutes } from './preview-routes.js';
export { type PreviewSection, previewSection } from './section-page.js';
