/** The door of `reasons/`: the catalogue that decisions, letters and pages read. */
export {
  type Catalogue,
  isOffered,
  offeredReasons,
  type Reason,
  reasonLabel,
  reasonSentence,
} from './reason.js';
export { cataloguePart, readCatalogue } from './reason-repository.js';
export { reasonRoutes } from './reason-routes.js';
