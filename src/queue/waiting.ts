/** How long a request waits, and how that stands to the answer date the event promised. */
import { type AccreditationRequest, isOpen } from '../accreditation/index.js';
import { daysBetween } from '../platform/dates.js';

export type Due = 'late' | 'today' | 'tomorrow' | 'later' | 'none';

/** Only what is still to be decided can be due. */
export function dueFor(
  { state, needsReapproval }: Pick<AccreditationRequest, 'state' | 'needsReapproval'>,
  answerBy: Date,
  now: Date,
): Due {
  if (!isOpen(state) && !needsReapproval) return 'none';
  if (now > answerBy) return 'late';
  const days = daysBetween(now, answerBy);
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : 'later';
}

export type Duration =
  | { unit: 'days'; days: number; hours: number }
  | { unit: 'hours' | 'minutes'; count: number };

/** Days and hours, or hours, or minutes; never negative. */
export function durationBetween(from: Date, to: Date): Duration {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return { unit: 'hours', count: hours };
  return { unit: 'days', days: Math.floor(hours / 24), hours: hours % 24 };
}
