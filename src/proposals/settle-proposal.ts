/** A proposal comes back: returned by a second person with a sentence, taken back by the first, lapsed or open again. */
import { type AccreditationRequest, addHistory, lockRequestOf, subjectOf } from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict, Forbidden } from '../platform/errors.js';
import { actorOf, type Member } from '../staff/index.js';
import type { Proposal } from './proposal.js';
import { findWaitingProposal, getProposal, moveProposal } from './proposal-repository.js';

export interface Settlement {
  reference: string;
  /** The proposal that was seen. */
  proposalId: number;
  by: Member;
}

/** Throws Forbidden for one's own proposal, a Conflict when it does not wait any more. */
export function returnProposal(deps: Deps, settlement: Settlement & { answer: string }): Promise<void> {
  return settle(deps, settlement, 'return', settlement.answer);
}

/** Throws Forbidden for somebody else's proposal, a Conflict when it does not wait any more. */
export function takeBackProposal(deps: Deps, settlement: Settlement): Promise<void> {
  return settle(deps, settlement, 'take_back');
}

async function settle(
  { db, clock }: Deps,
  { reference, proposalId, by }: Settlement,
  step: 'return' | 'take_back',
  answer = '',
): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, reference);
    const proposal = await getWaitingProposal(trx, request, proposalId);
    const own = proposal.proposedBy === by.id;
    if (own !== (step === 'take_back'))
      throw new Forbidden(own ? 'proposals:errors.own' : 'proposals:errors.foreign');
    await moveProposal(trx, proposal, step, { by, at, answer });
    await addHistory(trx, request.id, {
      step,
      state: request.state,
      actor: actorOf(by),
      actorName: by.name,
      details: { decision: proposal.decision, ...(answer ? { text: answer } : {}) },
      at,
      shownAt: undefined,
    });
    await appendAudit(trx, {
      at,
      actor: actorOf(by),
      action: `request.${step}`,
      subject: subjectOf(request),
      details: { decision: proposal.decision },
    });
  });
}

/** Part of the caller's transaction. Throws a Conflict when the proposal that was seen does not wait any more. */
export async function getWaitingProposal(
  trx: Trx,
  request: AccreditationRequest,
  proposalId: number,
): Promise<Proposal> {
  const proposal = await findWaitingProposal(trx, request.id);
  if (proposal?.id !== proposalId) throw new Conflict('proposals:errors.settled');
  return proposal;
}

/** Part of the caller's transaction: what was undone had settled this proposal, so it waits again, and no other does. */
export async function reopenProposal(
  trx: Trx,
  request: AccreditationRequest,
  proposalId: number | undefined,
  at: Date,
): Promise<void> {
  const waiting = await findWaitingProposal(trx, request.id);
  if (waiting) await moveProposal(trx, waiting, 'lapse', { by: undefined, at });
  if (proposalId === undefined) return;
  await moveProposal(trx, await getProposal(trx, proposalId), 'reopen', { by: undefined, at });
}
