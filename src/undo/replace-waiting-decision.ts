/** A new decision takes the place of one whose letter has not left: that letter stays in, and undoing goes back to what the applicant knows. */
import type { AccreditationRequest } from '../accreditation/index.js';
import type { Trx } from '../platform/database.js';
import { allowsStep } from '../platform/mail-status.js';
import { changeMail, getMail } from '../platform/outbox-repository.js';
import { type Before, deleteWaitingDecision, findWaitingDecision, toBefore } from './waiting-repository.js';

/** Part of the caller's transaction; returns what undoing the new decision restores. */
export async function replaceWaitingDecision(
  trx: Trx,
  request: AccreditationRequest,
  also: Pick<Before, 'slots' | 'proposalId'>,
  at: Date,
): Promise<Before> {
  const now = toBefore(request, also);
  const earlier = await findWaitingDecision(trx, request.id);
  if (!earlier) return now;
  const { state } = await getMail(trx, earlier.mailId);
  // On its way at this moment: the applicant will know of it, so undoing must not go further back.
  if (state === 'sending' || state === 'sent') return now;
  if (allowsStep(state, 'cancel')) await changeMail(trx, earlier.mailId, { step: 'cancel', at });
  await deleteWaitingDecision(trx, earlier.mailId);
  return earlier.before;
}
