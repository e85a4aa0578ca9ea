/** The applicant writes to the team. */
import {
  addHistory,
  addOwnMessage,
  applicantStep,
  lockLivingRequest,
  subjectOf,
} from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { enqueueJob } from '../platform/jobs.js';

/** Throws a Conflict when the request is closed, Gone when it was erased; the same form sent twice counts once. */
export async function writeMessage(
  { db, clock, realClock }: Deps,
  requestId: number,
  { text, submission }: { text: string; submission: string },
): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    const request = await lockLivingRequest(trx, requestId);
    if (!(await addOwnMessage(trx, requestId, { text, at, submission }))) return;
    const { state } = applicantStep(request, 'write');
    const entry = {
      step: 'write',
      state,
      actor: 'applicant',
      actorName: '',
      details: {},
      at,
      shownAt: at,
    } as const;
    await addHistory(trx, requestId, entry);
    await appendAudit(trx, {
      at,
      actor: 'applicant',
      action: 'request.message',
      subject: subjectOf(request),
    });
    await enqueueJob(trx, 'team-notice', { requestId, occasion: 'message' }, realClock.now());
  });
}
