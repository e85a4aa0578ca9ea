/** The door of `textblocks/`: what other floors may use. */
export type { BlockChoice } from './block-page.js';
export { textBlockRoutes } from './block-routes.js';
export { insertChosenBlocks, readBlockChoices } from './choice-routes.js';
