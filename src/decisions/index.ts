/** The door of `decisions/`: what other floors may use. */
export type { DecisionBasis, DecisionFacts } from './basis.js';
export { type Decided, type DecisionOrder, decideLocked, decideRequest } from './decide-request.js';
export { type DecisionInput, decisionForm, toRuling, usualDueDay } from './decision-form.js';
export { decisionRoutes } from './decision-routes.js';
export { DEMANDS, NO_WORDS, type Ruling } from './demands.js';
export { type LetterView, letterView } from './letter-preview-page.js';
export { messageLetter } from './mails.js';
export {
  comesTooLate,
  decisionsNow,
  incompleteness,
  needsFourEyes,
  OBJECTIONS,
  type Objection,
  objectionTo,
} from './objection.js';
export { paths as decisionPaths } from './paths.js';
export {
  prepareAmong,
  prepareDecisionOn,
  readAllSurroundings,
  readLetterTexts,
  readSurroundings,
  type Surroundings,
} from './prepare-decision.js';
export { factParts, factsOf, readBasis, readFacts } from './read-basis.js';
export { readObjection } from './read-objection.js';
export { type SlotView, slotViews } from './slot-views-page.js';
