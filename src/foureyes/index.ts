/** The door of `foureyes/`: the second person's side of a decision that needs two. */
export { paths as foureyesPaths } from './paths.js';
export { type ProposalNotice, proposalNotice } from './proposal-page.js';
export { proposalRoutes } from './proposal-routes.js';
