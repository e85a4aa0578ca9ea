/** Four eyes: what one person proposes waits until another confirms or returns it. Its life is one table. */
import type { Decision, HistoryEntry } from '../accreditation/index.js';
import { Conflict } from '../platform/errors.js';

export const PROPOSAL_STATES = ['waiting', 'confirmed', 'returned', 'taken_back', 'lapsed'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

const STEPS = {
  /** Another person: now it is decided. */
  confirm: { from: ['waiting'], to: 'confirmed' },
  /** Another person, with a sentence. */
  return: { from: ['waiting'], to: 'returned' },
  /** The person who proposed it. */
  take_back: { from: ['waiting'], to: 'taken_back' },
  /** Something else was decided. */
  lapse: { from: ['waiting'], to: 'lapsed' },
  /** The decision that settled it was undone before its letter left. */
  reopen: { from: ['confirmed', 'lapsed'], to: 'waiting' },
} as const satisfies Record<string, { from: readonly ProposalState[]; to: ProposalState }>;
export type ProposalStep = keyof typeof STEPS;
export const PROPOSAL_STEPS = Object.keys(STEPS) as ProposalStep[];

/** Throws a Conflict for every step that is not in the table. */
export function nextProposalState(state: ProposalState, step: ProposalStep): ProposalState {
  const { from, to } = STEPS[step];
  if (!(from as readonly ProposalState[]).includes(state)) throw new Conflict('proposals:errors.settled');
  return to;
}

/** As the first person wrote it. */
export interface ProposedWords {
  decision: Decision;
  /** Key of the catalogue. */
  reason: string;
  text: string;
  /** What became known after an approval, and on which day (2024-10-12). */
  fact?: { text: string; knownOn: string } | undefined;
}

export interface Proposal extends ProposedWords {
  id: number;
  requestId: number;
  state: ProposalState;
  /** The number of the member. */
  proposedBy: number;
  proposerName: string;
  proposedAt: Date;
  /** Who settled it; undefined while it waits. */
  settlerName: string | undefined;
  settledAt: Date | undefined;
  /** The sentence with which it was returned. */
  answer: string;
}

/** The first person has it again, to write it anew or let it be. */
export const cameBack = ({ state }: Pick<Proposal, 'state'>): boolean =>
  state === 'returned' || state === 'taken_back';

/** What the first person has not seen. A message of the applicant or a verdict on a proof is seen by the second one. */
const CHANGING: readonly HistoryEntry['step'][] = ['edit', 'answer', 'withdraw'];
const DECIDING: readonly HistoryEntry['step'][] = [
  'approve',
  'approve_limited',
  'waitlist',
  'reject',
  'enquire',
  'reapprove',
  'reapprove_limited',
  'revoke',
];

/** True when the request is not the one that was proposed about: changed, answered or decided since. */
export function isStale(
  history: readonly HistoryEntry[],
  { proposedAt }: Pick<Proposal, 'proposedAt'>,
): boolean {
  const own = history.findLastIndex(({ step, at }) => step === 'propose' && at <= proposedAt);
  const since = history.slice(own + 1);
  const undone = since.findLastIndex(({ step }) => step === 'undo');
  return since.some(
    ({ step, shownAt }, at) =>
      CHANGING.includes(step) || (DECIDING.includes(step) && (at > undone || shownAt !== undefined)),
  );
}
