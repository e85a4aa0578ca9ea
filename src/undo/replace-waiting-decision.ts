/** A new decision takes the place of one whose letter has not left: that letter stays in, and undoing goes back to what the applicant knows. */
import type { AccreditationRequest } from '../accreditation/index.js';
import type { Trx } from '../platform/database.js';
import { Conflict } from '../platform/errors.js';
import { allowsStep } from '../platform/mail-status.js';
import { changeMail, getMail } from '../platform/outbox-repository.js';
import { type Before, deleteWaitingDecision, findWaitingDecision, toBefore } from './waiting-repository.js';

/**
 * Part of the caller's transaction; returns what undoing the new decision restores. Throws a Conflict while the letter
 * before is on its way: should the mail server not take it, it would be tried again, and arrive after the new one.
 */
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
  if (state === 'sending') throw new Conflict('undo:letterLeaves');
  if (state === 'sent') return now;
  if (allowsStep(state, 'cancel')) await changeMail(trx, earlier.mailId, { step: 'cancel', at });
  await deleteWaitingDecision(trx, earlier);
  return earlier.before;
}
