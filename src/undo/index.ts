/** The door of `undo/`: decisions whose letter has not left, and the way back until then. */
export { replaceWaitingDecision } from './replace-waiting-decision.js';
export { showDecision } from './show-decision.js';
export { undoDecision, undoLocked } from './undo-decision.js';
export { undoBar } from './undo-page.js';
export { readUndoBar, undoRoutes } from './undo-routes.js';
export { deleteWaitingDecision, insertWaitingDecision } from './waiting-repository.js';
