/** Why a request is left out of a bulk run: what one look at it would show, and what needs a look of its own. */
import { type AccreditationRequest, allows, stepOf } from '../accreditation/index.js';
import { isFullyJudged, type JudgedProof } from '../verdicts/index.js';
import type { BulkDecision } from './run.js';

/** Each has its sentence and its advice. */
export const OBSTACLES = [
  'state',
  'over',
  'decisionWaits',
  'proposed',
  'verdictMissing',
  'verdictNegative',
  'fourEyes',
  /** Since it was chosen. */
  'changed',
  /** Nobody wrote in the language of this person. */
  'noWords',
  /** Of an assignment: it is theirs already. */
  'same',
  /** Of an undoing: the letter has left, or somebody decided anew. */
  'left',
  'fault',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

export interface Looked {
  request: Pick<AccreditationRequest, 'state' | 'shownState' | 'needsReapproval'>;
  /** Undefined where the decision does not ask for them. */
  proofs: readonly JudgedProof[] | undefined;
  /** Somebody proposed a decision that waits for a second person. */
  proposed: boolean;
  /** The decision would let somebody in who cannot come any more. */
  tooLate: boolean;
  /** The event asks for two people for this decision. */
  fourEyes: boolean;
}

/** An approval rests on a proof that somebody looked at. */
export const needsProof = (decision: BulkDecision): boolean =>
  decision === 'approve' || decision === 'approve_limited';

/** The first thing that stands in the way; undefined: it is decided with the others. */
export function obstacleTo(
  decision: BulkDecision,
  { request, proofs, proposed, tooLate, fourEyes }: Looked,
): Obstacle | undefined {
  const { state, shownState, needsReapproval } = request;
  // A colleague's decision whose letter waits is not to be run over in passing.
  if (state !== shownState) return 'decisionWaits';
  if (!allows(state, stepOf(decision, state, needsReapproval))) return 'state';
  if (tooLate) return 'over';
  if (proposed) return 'proposed';
  if (fourEyes) return 'fourEyes';
  if (!proofs) return undefined;
  if (!isFullyJudged(proofs)) return 'verdictMissing';
  return proofs.some(({ verdict }) => verdict?.verdict === 'valid') ? undefined : 'verdictNegative';
}
