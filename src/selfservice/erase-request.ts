/** The applicant has everything erased (Art. 17 GDPR). What stays is one audit entry that names nobody. */
import { deleteRequest, listDocuments, lockLivingRequest, subjectOf } from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { enqueueJob } from '../platform/jobs.js';
import { deleteMailsAbout } from '../platform/outbox-repository.js';

/** Throws Gone when it was erased before. The files go at once; the job takes care of them should the portal stop now. */
export async function eraseRequest({ db, clock, realClock, files }: Deps, requestId: number): Promise<void> {
  const names = await db.transaction(async (trx) => {
    const request = await lockLivingRequest(trx, requestId);
    const documents = (await listDocuments(trx, requestId)).map(({ file }) => file);
    await deleteRequest(trx, request);
    await deleteMailsAbout(trx, subjectOf(request));
    await appendAudit(trx, {
      at: clock.now(),
      actor: 'applicant',
      action: 'request.erased',
      subject: subjectOf(request),
      details: { event: request.eventId, state: request.shownState, files: documents.length },
    });
    if (documents.length > 0) await enqueueJob(trx, 'remove-files', { files: documents }, realClock.now());
    return documents;
  });
  for (const name of names) await files.remove(name);
}
