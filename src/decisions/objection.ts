/** Why a decision cannot be taken now: the one list that the form, the act and whoever decides many at once read. */
import { type AccreditationRequest, type Decision, possibleDecisions } from '../accreditation/index.js';
import { type Event, isOver } from '../events/index.js';
import { Conflict } from '../platform/errors.js';
import { type Catalogue, isOffered } from '../reasons/index.js';
import { DEMANDS, type Ruling } from './demands.js';

/** Each has its sentence in the texts, under the same name. */
export const OBJECTIONS = [
  'state',
  'over',
  'fourEyes',
  'reasonMissing',
  'reasonUnknown',
  'textMissing',
  'factMissing',
  'limitsMissing',
  'slotFull',
] as const;
export type Objection = (typeof OBJECTIONS)[number];

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

interface Facts {
  request: Pick<AccreditationRequest, 'state' | 'needsReapproval'>;
  event: Pick<Event, 'fourEyes' | 'state' | 'endsAt'>;
  catalogue: Catalogue;
  /** The wished slots that have no room left; needed only where the ruling names slots. */
  fullSlots: readonly number[];
  now: Date;
}

/** The first thing that stands in the way; undefined: it can be decided. */
export function objectionTo(
  ruling: Ruling,
  { request, event, catalogue, fullSlots, now }: Facts,
): Objection | undefined {
  const { decision, slots } = ruling;
  if (!possibleDecisions(request.state, request.needsReapproval).includes(decision)) return 'state';
  if (comesTooLate(event, decision, now)) return 'over';
  const incomplete = incompleteness(ruling, catalogue);
  if (incomplete) return incomplete;
  if (slots?.some((id) => fullSlots.includes(id))) return 'slotFull';
  return needsFourEyes(event, decision) ? 'fourEyes' : undefined;
}

/** What the ruling itself lacks, whatever request it is about. */
export function incompleteness(ruling: Ruling, catalogue: Catalogue): Objection | undefined {
  const { decision, reason, text, limits, fact } = ruling;
  const demands = DEMANDS[decision];
  if (reason && !isOffered(catalogue, decision, reason)) return 'reasonUnknown';
  if (demands.reason === 'required' && !reason) return 'reasonMissing';
  if (demands.limits && !reason && !limits) return 'limitsMissing';
  if (demands.fact && !fact?.text) return 'factMissing';
  const needsText = demands.text === 'required' || (demands.text === 'orReason' && !reason);
  return needsText && !text ? 'textMissing' : undefined;
}
