/** The door of `decisions/`: what other floors may use. */
export type { DecisionFacts } from './basis.js';
export { decideLocked, decideRequest } from './decide-request.js';
export { type DecisionInput, decisionForm, toRuling, usualDueDay } from './decision-form.js';
export { decisionRoutes } from './decision-routes.js';
export { DEMANDS, NO_WORDS, type Ruling } from './demands.js';
export { type LetterView, letterView } from './letter-preview-page.js';
export { messageLetter } from './mails.js';
export { comesTooLate, decisionsNow, needsFourEyes } from './objection.js';
export { paths as decisionPaths } from './paths.js';
export {
  prepareAmong,
  prepareDecisionOn,
  readAllSurroundings,
  readLetterTexts,
  readSurroundings,
  type Surroundings,
} from './prepare-decision.js';
export { factParts, factsOf, readFacts } from './read-basis.js';
export { type SlotView, slotViews } from './slot-views-page.js';
