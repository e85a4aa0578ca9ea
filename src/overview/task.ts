/** What waits for a hand, and who waits longest. */
import type { State } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { daysBetween } from '../platform/dates.js';

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

/** The numbers of the events whose promised answer date is past, or today or tomorrow. */
export interface Promised {
  late: number[];
  due: number[];
}

export function promisedBy(events: readonly Pick<Event, 'id' | 'answerBy'>[], now: Date): Promised {
  const late = events.filter(({ answerBy }) => answerBy < now);
  const due = events.filter(({ answerBy }) => answerBy >= now && daysBetween(now, answerBy) <= 1);
  return { late: late.map(({ id }) => id), due: due.map(({ id }) => id) };
}
