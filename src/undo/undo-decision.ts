/** Takes a decision back while its letter is still waiting: the request stands again as the applicant knows it. */
import {
  type AccreditationRequest,
  addHistory,
  changeRequest,
  lockRequestOf,
  subjectOf,
} from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { changeMail } from '../platform/outbox-repository.js';
import { reopenProposal } from '../proposals/index.js';
import { setSlotStates } from '../slots/index.js';
import { actorOf, type Member } from '../staff/index.js';
import { type Before, deleteWaitingDecision, findWaitingDecision } from './waiting-repository.js';

/**
 * `mailId`: the letter of the decision that was seen. Throws a Conflict when the letter has left or something else
 * happened to the request since.
 */
export async function undoDecision(
  { db, clock }: Deps,
  { reference, by, mailId }: { reference: string; by: Member; mailId?: number | undefined },
): Promise<AccreditationRequest> {
  const at = clock.now();
  return db.transaction(async (trx) =>
    undoLocked(trx, await lockRequestOf(trx, reference), { by, mailId }, at),
  );
}

/**
 * Part of the caller's transaction, which has locked the request. `mailId`: only the decision with this letter. Throws
 * a Conflict as above.
 */
export async function undoLocked(
  trx: Trx,
  request: AccreditationRequest,
  { by, mailId }: { by: Member; mailId?: number | undefined },
  at: Date,
): Promise<AccreditationRequest> {
  const waiting = await findWaitingDecision(trx, request.id);
  if (!waiting || waiting.state !== request.state || (mailId ?? waiting.mailId) !== waiting.mailId)
    throw new Conflict('undo:letterLeft');
  const { before } = waiting;
  await changeMail(trx, waiting.mailId, { step: 'cancel', at });
  await deleteWaitingDecision(trx, waiting);
  const restored = await changeRequest(trx, request, changeBack(request, before), at);
  await setSlotStates(trx, request.id, before.slots);
  await reopenProposal(trx, request, before.proposalId, at);
  await addHistory(trx, request.id, {
    step: 'undo',
    state: restored.state,
    actor: actorOf(by),
    actorName: by.name,
    details: {},
    at,
    shownAt: undefined,
  });
  await appendAudit(trx, {
    at,
    actor: actorOf(by),
    action: 'request.undo',
    subject: subjectOf(request),
    details: { from: request.state, to: restored.state },
  });
  return restored;
}

/** Back to what the applicant knows; what they answered or changed in the meantime counts. */
function changeBack(request: AccreditationRequest, before: Before) {
  const { decision, needsReapproval, enquiryDueAt } = before;
  const untouched = request.shownState === before.state;
  return {
    state: request.shownState,
    decision: decision && { ...decision, at: new Date(decision.at) },
    needsReapproval: needsReapproval || request.needsReapproval,
    enquiryDueAt: untouched && enquiryDueAt ? new Date(enquiryDueAt) : null,
  };
}
