/** The door of `releaselife/`: what other floors may use. */
export {
  attachedTo,
  isAhead,
  type SeenAsset,
  type Standing,
  standingOf,
  waitsUntil,
} from './attachments.js';
export { findAutosave } from './autosave-repository.js';
export { changeEmbargo } from './change-embargo.js';
export { correctRelease } from './correct-release.js';
export { createRelease, createTranslation } from './create-release.js';
export {
  type Autosave,
  type Beginning,
  type DeskRelease,
  type Edit,
  editOf,
  isSameContent,
  type Plan,
  type Seen,
} from './desk.js';
export { type DeskRow, getDeskRelease, listPairs } from './desk-release-repository.js';
export { type Gap, gapsOf } from './gaps.js';
export { type HistoryEntry, MADE_KNOWN } from './history.js';
export { discardAutosave, keepAutosave } from './keep-autosave.js';
export {
  type Act,
  hindranceOf,
  isStep,
  ruleOf,
  type Situation,
  type Step,
  situationOf,
  stateAt,
} from './life.js';
export { moveRelease } from './move-release.js';
export { Overtaken } from './overtaken.js';
export { listHistory } from './release-history-repository.js';
export { removeRelease } from './remove-release.js';
export { discardTyped, saveRelease } from './save-release.js';
