/** The door of `hints/`: what other floors may use. */
export { type HintMark, type HintView, hintMark, hintViews } from './hints-page.js';
export { type Relations, readRelations } from './read-relations.js';
export type { Related } from './related.js';
export { listRelatedTo, relatedPart } from './related-repository.js';
