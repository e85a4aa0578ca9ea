/** The deletion plan of a request: what is erased when, counted from the end of the event. */
import { addDays } from '../platform/dates.js';

const FILES_DAYS = 14;
/** Three months: long enough for questions about a decision and for its legal remedy. */
const REQUEST_DAYS = 92;

export interface DeletionPlan {
  /** Proofs and other files are erased on this day. */
  filesOn: Date;
  /** Everything else about the person is erased on this day; figures without names stay. */
  requestOn: Date;
}

export function deletionPlan({ endsAt }: { endsAt: Date }): DeletionPlan {
  return { filesOn: addDays(endsAt, FILES_DAYS), requestOn: addDays(endsAt, REQUEST_DAYS) };
}
