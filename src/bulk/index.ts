/** The door of `bulk/`: what other floors may use. */
export { bulkJob, tidyBulkJob } from './bulk-job.js';
export { carryOutStep } from './carry-out-run.js';
export { countOf, type Heap, readersOf } from './heap.js';
export {
  countItems,
  countItemsOf,
  findItem,
  findRecipient,
  type ItemRow,
  listItems,
  readWaitingLetters,
} from './item-list-repository.js';
export { MAX_CHOSEN, planRun } from './plan-run.js';
export { readAround, readMarkOf } from './read-mark.js';
export {
  allowsRunStep,
  BULK_ACTIONS,
  type BulkAction,
  type BulkDecision,
  type ItemState,
  isBulkDecision,
  isMoving,
  type Run,
  type RunState,
  type RunStep,
  rulingOf,
  type Wording,
} from './run.js';
export { getRun, listRuns } from './run-repository.js';
export { STEERING, steerRun } from './steer-run.js';
export { wordRun } from './word-run.js';
