/** What stands in the way of a decision whatever it says: its state, an event that is over, a second person. */
import { type AccreditationRequest, type Decision, possibleDecisions } from '../accreditation/index.js';
import { type Event, isOver } from '../events/index.js';
import { Conflict } from '../platform/errors.js';

/**
 * Decisions that let somebody in. The others stay possible when the event is over or archived: who asked is owed an answer,
 * and a file can only be closed with one.
 */
const LETTING_IN: readonly Decision[] = ['approve', 'approve_limited'];

export const comesTooLate = (
  event: Pick<Event, 'state' | 'endsAt'>,
  decision: Decision,
  now: Date,
): boolean => LETTING_IN.includes(decision) && isOver(event, now);

/** Throws a Conflict. */
export function refuseTooLate(event: Event, decision: Decision, now: Date): void {
  if (comesTooLate(event, decision, now)) throw new Conflict('decisions:errors.over');
}

/** What can be decided now, by the state of the request and the time of its event. */
export const decisionsNow = (
  { state, needsReapproval }: Pick<AccreditationRequest, 'state' | 'needsReapproval'>,
  event: Pick<Event, 'state' | 'endsAt'>,
  now: Date,
): Decision[] =>
  possibleDecisions(state, needsReapproval).filter((decision) => !comesTooLate(event, decision, now));

/** Decisions that take something away: where the event asks for it, one proposes and another confirms. */
const UNDER_FOUR_EYES: readonly Decision[] = ['reject', 'revoke'];

export const needsFourEyes = ({ fourEyes }: Pick<Event, 'fourEyes'>, decision: Decision): boolean =>
  fourEyes && UNDER_FOUR_EYES.includes(decision);
