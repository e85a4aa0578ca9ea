/** What follows when the letter of a decision has left: from now on the applicant sees the decision. */
import { showState, showWaitingEntries } from '../accreditation/index.js';
import type { Trx } from '../platform/database.js';
import type { OutgoingMail } from '../platform/outbox.js';
import { deleteWaitingDecision, findWaitingDecisionOf } from './waiting-repository.js';

/** Runs in the transaction that notes the letter as sent. A letter sent a second time changes nothing. */
export async function showDecision(trx: Trx, mail: Pick<OutgoingMail, 'id'>, at: Date): Promise<void> {
  const waiting = await findWaitingDecisionOf(trx, mail.id);
  if (!waiting) return;
  await showState(trx, waiting.requestId, waiting.state);
  await showWaitingEntries(trx, waiting, at);
  await deleteWaitingDecision(trx, waiting);
}
