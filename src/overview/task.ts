/** What waits for a hand, and who waits longest. */
import type { State } from '../accreditation/index.js';

export interface TaskCounts {
  /** Undecided although the promised answer date is past. */
  late: number;
  /** The promised answer date is today or tomorrow. */
  due: number;
  /** Nobody answered the further enquiry in time. */
  overdue: number;
  unassigned: number;
}

export interface Oldest {
  reference: string;
  eventId: number;
  state: State;
  needsReapproval: boolean;
  confirmedAt: Date;
  firstName: string;
  lastName: string;
}
