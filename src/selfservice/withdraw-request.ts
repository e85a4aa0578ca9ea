/** The applicant takes the request back; a decision whose letter still waits never comes into force. */
import {
  type AccreditationRequest,
  addHistory,
  applicantStep,
  changeRequest,
  isWithdrawn,
  lockLivingRequest,
  subjectOf,
} from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { enqueueJob } from '../platform/jobs.js';
import { allowsStep } from '../platform/mail-status.js';
import { queueMail } from '../platform/outbox.js';
import { changeMail, listMailsAbout } from '../platform/outbox-repository.js';
import { deleteWaitingDecision } from '../undo/index.js';
import { withdrawnLetter } from './mails.js';

/** Withdrawing twice is fine, also at the same moment. Throws a Conflict where the table does not allow it, Gone when the request was erased. */
export async function withdrawRequest({ db, clock, realClock }: Deps, requestId: number): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    const request = await lockLivingRequest(trx, requestId);
    if (isWithdrawn(request.state)) return;
    const states = applicantStep(request, 'withdraw');
    await changeRequest(trx, request, { ...states, enquiryDueAt: null, needsReapproval: false }, at);
    await cancelWaitingDecision(trx, request, at);
    const entry = {
      step: 'withdraw',
      state: states.state,
      actor: 'applicant',
      actorName: '',
      details: {},
    } as const;
    await addHistory(trx, requestId, { ...entry, at, shownAt: at });
    await appendAudit(trx, {
      at,
      actor: 'applicant',
      action: 'request.withdrawn',
      subject: subjectOf(request),
    });
    await queueMail(trx, await withdrawnLetter(trx, await getEvent(trx, request.eventId), request), at);
    // The team never saw a request that was not confirmed.
    const notice = { requestId, occasion: 'withdrawal' };
    if (request.confirmedAt) await enqueueJob(trx, 'team-notice', notice, realClock.now());
  });
}

/** The letter of a decision is the one with something to do after it was sent; sent again, it is in force already. */
async function cancelWaitingDecision(trx: Trx, request: AccreditationRequest, at: Date): Promise<void> {
  for (const { id, state, afterSent, sentAt } of await listMailsAbout(trx, subjectOf(request))) {
    if (!afterSent || sentAt || !allowsStep(state, 'cancel')) continue;
    await changeMail(trx, id, { step: 'cancel', at });
    await deleteWaitingDecision(trx, { mailId: id, requestId: request.id });
  }
}
