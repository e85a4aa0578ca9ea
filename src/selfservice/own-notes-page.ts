/** What the team wrote about a person for itself: as it is, without the names of colleagues (decision 14). */
import type { AccreditationRequest, Note } from '../accreditation/index.js';
import type { Translate } from '../platform/i18n.js';
import type { Proposal } from '../proposals/index.js';
import type { ProofVerdict } from '../verdicts/index.js';

export interface InternalFacts {
  notes: readonly Note[];
  verdicts: readonly ProofVerdict[];
  proposals: readonly Proposal[];
}

export function toInternal(
  t: Translate,
  { request, notes, verdicts, proposals }: InternalFacts & { request: AccreditationRequest },
) {
  return {
    notes: notes.map(({ at, text }) => ({ at, text })),
    verdicts: verdicts.map(({ at, proof, verdict, reason }) => ({
      at,
      document: proof.documentId ?? null,
      verdict,
      inWords: t(`verdicts:kinds.${verdict}`),
      reason,
    })),
    droppedProposals: (isDecidedUnseen(request) ? [] : proposals)
      .filter(({ state }) => DROPPED.includes(state))
      .map(({ proposedAt, settledAt, decision, text, fact, answer }) => ({
        ...{ proposedAt, settledAt, decision, text, fact: fact ?? null, answer },
      })),
  };
}

/** What waits may become a decision, and what was confirmed is one: both are told by their letter. */
const DROPPED: readonly Proposal['state'][] = ['returned', 'taken_back', 'lapsed'];

/** Undoing it would let a proposal wait again. */
const isDecidedUnseen = ({ state, shownState }: AccreditationRequest): boolean => state !== shownState;
