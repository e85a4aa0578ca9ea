/** The first of two persons says what they would decide. Nothing leaves, the request stands as before. */
import { addHistory, lockRequestOf, nextState, stepOf, subjectOf } from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { actorOf, type Member } from '../staff/index.js';
import type { ProposedWords } from './proposal.js';
import { findWaitingProposal, insertProposal } from './proposal-repository.js';

export interface ProposalOrder {
  reference: string;
  /** The version the reviewer saw; undefined: whatever it is now. */
  version: number | undefined;
  words: ProposedWords;
  by: Member;
}

/**
 * The same proposal by the same person is one, so a double click is fine. Throws NotFound, or a Conflict when somebody
 * was faster, another proposal waits, or the state does not allow the decision.
 */
export async function proposeDecision({ db, clock }: Deps, order: ProposalOrder): Promise<void> {
  const { words, by } = order;
  const at = clock.now();
  await db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, order.reference);
    const waiting = await findWaitingProposal(trx, request.id);
    if (waiting && waiting.proposedBy === by.id && isSame(waiting, words)) return;
    if (waiting) throw new Conflict('proposals:errors.waits');
    if (order.version !== undefined && order.version !== request.version)
      throw new Conflict('decisions:errors.faster');
    if (request.kept) throw new Conflict('accreditation:errors.kept');
    nextState(request.state, stepOf(words.decision, request.state, request.needsReapproval));
    await insertProposal(trx, { requestId: request.id, words, by, at });
    await addHistory(trx, request.id, {
      step: 'propose',
      state: request.state,
      actor: actorOf(by),
      actorName: by.name,
      details: { decision: words.decision, reason: words.reason },
      at,
      shownAt: undefined,
    });
    await appendAudit(trx, {
      at,
      actor: actorOf(by),
      action: 'request.propose',
      subject: subjectOf(request),
      details: { decision: words.decision, reason: words.reason },
    });
  });
}

const isSame = (a: ProposedWords, b: ProposedWords): boolean =>
  a.decision === b.decision &&
  a.reason === b.reason &&
  a.text === b.text &&
  a.fact?.text === b.fact?.text &&
  a.fact?.knownOn === b.fact?.knownOn;
