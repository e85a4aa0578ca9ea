/** The second of two persons confirms what the first proposed: now it is decided, and the history names both. */
import { type AccreditationRequest, listHistory, lockRequestOf } from '../accreditation/index.js';
import { decideLocked, type Ruling } from '../decisions/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict, Forbidden } from '../platform/errors.js';
import { getWaitingProposal, isStale, type ProposedWords, type Settlement } from '../proposals/index.js';

/**
 * Throws NotFound, Forbidden for one's own proposal, or a Conflict: it is settled, the request is another one since, or
 * somebody changed it after `version` was read.
 */
export async function confirmProposal(
  { db, clock }: Deps,
  { reference, proposalId, by, version }: Settlement & { version: number | undefined },
): Promise<AccreditationRequest> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, reference);
    const proposal = await getWaitingProposal(trx, request, proposalId);
    if (proposal.proposedBy === by.id) throw new Forbidden('proposals:errors.own');
    if (isStale(await listHistory(trx, request.id), proposal)) throw new Conflict('proposals:errors.stale');
    if (version !== undefined && version !== request.version) throw new Conflict('decisions:errors.faster');
    return (await decideLocked(trx, request, { ruling: rulingOf(proposal), by, proposal }, at)).request;
  });
}

export const rulingOf = ({ decision, reason, text, fact }: ProposedWords): Ruling => ({
  decision,
  reason,
  text,
  fact,
  limits: '',
  due: undefined,
  slots: undefined,
});
