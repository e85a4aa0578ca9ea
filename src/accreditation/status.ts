/**
 * The life of an accreditation request, as one table: which step leads from which states to which. Nothing else
 * compares states; a step that is not in the table is a Conflict.
 */
import { Conflict } from '../platform/errors.js';

export const STATES = [
  'unconfirmed',
  'received',
  'in_review',
  'info_requested',
  'approved',
  'approved_limited',
  'waitlisted',
  'rejected',
  'revoked',
  'withdrawn',
  'expired',
] as const;
export type State = (typeof STATES)[number];

/** Still waiting for a decision of the team. */
export const OPEN: readonly State[] = ['received', 'in_review', 'info_requested', 'waitlisted'];
export const APPROVED: readonly State[] = ['approved', 'approved_limited'];
/** States in which the person may ask (again) for the same event. */
export const NOT_ASKED: readonly State[] = ['unconfirmed', 'expired', 'withdrawn'];
const DECIDABLE = OPEN;
const LIVE: readonly State[] = [...OPEN, ...APPROVED];

interface Step {
  from: readonly State[];
  /** `same`: the state stays, the step only stands in the history. */
  to: State | 'same';
  by: 'applicant' | 'staff' | 'system';
}

const STEPS = {
  confirm: { from: ['unconfirmed'], to: 'received', by: 'applicant' },
  /** The team writes down what reached it by phone or mail: nobody has to confirm an address to a robot. */
  take_in: { from: ['unconfirmed'], to: 'received', by: 'staff' },
  /** An outcome of an earlier event, remembered from its list; nobody decides it here. */
  keep_approved: { from: ['unconfirmed'], to: 'approved', by: 'staff' },
  keep_rejected: { from: ['unconfirmed'], to: 'rejected', by: 'staff' },
  expire: { from: ['unconfirmed'], to: 'expired', by: 'system' },
  open: { from: ['received'], to: 'in_review', by: 'staff' },
  enquire: {
    from: ['received', 'in_review', 'info_requested', 'waitlisted'],
    to: 'info_requested',
    by: 'staff',
  },
  answer: { from: ['info_requested'], to: 'in_review', by: 'applicant' },
  approve: { from: [...DECIDABLE], to: 'approved', by: 'staff' },
  approve_limited: { from: [...DECIDABLE], to: 'approved_limited', by: 'staff' },
  waitlist: { from: ['received', 'in_review', 'info_requested'], to: 'waitlisted', by: 'staff' },
  reject: { from: [...DECIDABLE], to: 'rejected', by: 'staff' },
  /** An edit of what was approved is decided anew; until then the approval stays valid. */
  reapprove: { from: [...APPROVED], to: 'approved', by: 'staff' },
  reapprove_limited: { from: [...APPROVED], to: 'approved_limited', by: 'staff' },
  revoke: { from: [...APPROVED], to: 'revoked', by: 'staff' },
  edit: { from: [...LIVE], to: 'same', by: 'applicant' },
  write: { from: [...LIVE], to: 'same', by: 'applicant' },
  withdraw: { from: ['unconfirmed', ...LIVE], to: 'withdrawn', by: 'applicant' },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;
export type StepBy<By extends Step['by']> = {
  [Name in StepName]: (typeof STEPS)[Name]['by'] extends By ? Name : never;
}[StepName];

/** Throws a Conflict for every step that is not in the table. */
export function nextState(state: State, step: StepName): State {
  const { from, to }: Step = STEPS[step];
  if (!from.includes(state)) throw new Conflict('accreditation:errors.step');
  return to === 'same' ? state : to;
}

export function allows(state: State, step: StepName): boolean {
  return (STEPS[step].from as readonly State[]).includes(state);
}

/**
 * A step of the applicant counts from the state that they see. A decision is in force only when its letter has left
 * (§ 43 VwVfG), so until then it neither forbids the step nor shows through it. It stays decided, unless the request ends.
 */
export function applicantStep(
  { state, shownState }: { state: State; shownState: State },
  step: StepBy<'applicant'>,
): { state: State; shownState: State } {
  const to = nextState(shownState, step);
  const decisionWaits = state !== shownState;
  return { state: decisionWaits && LIVE.includes(to) ? state : to, shownState: to };
}

/** The decisions of the team, as the decision form names them. */
export const DECISIONS = ['approve', 'approve_limited', 'waitlist', 'reject', 'enquire', 'revoke'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The step a decision takes from this state; an approval that is decided anew is a step of its own. */
export function stepOf(decision: Decision, state: State, needsReapproval: boolean): StepName {
  if (needsReapproval && APPROVED.includes(state)) {
    if (decision === 'approve') return 'reapprove';
    if (decision === 'approve_limited') return 'reapprove_limited';
  }
  return decision;
}

/** The decisions to offer as buttons. */
export function possibleDecisions(state: State, needsReapproval: boolean): Decision[] {
  return DECISIONS.filter((decision) => allows(state, stepOf(decision, state, needsReapproval)));
}

/** Counts as "has asked already": everything that was confirmed and not taken back. */
export const isAsked = (state: State): boolean => !NOT_ASKED.includes(state);

export const isOpen = (state: State): boolean => OPEN.includes(state);
export const isWithdrawn = (state: State): boolean => state === 'withdrawn';
export const isApproved = (state: State): boolean => APPROVED.includes(state);

export function toState(text: string): State {
  const state = STATES.find((known) => known === text);
  if (!state) throw new Error(`The database holds an unknown state: ${text}`);
  return state;
}
