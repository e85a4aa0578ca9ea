/** The applicant answers a further enquiry with words, a file or both; the request goes back to the team. */
import {
  type AccreditationRequest,
  addDocument,
  addHistory,
  addOwnMessage,
  applicantStep,
  attachDocument,
  changeRequest,
  listHistory,
  lockLivingRequest,
  type NewDocument,
  subjectOf,
  withStoredUpload,
} from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { enqueueJob } from '../platform/jobs.js';
import type { Upload } from '../platform/uploads.js';
import { isReviewer } from '../queue/index.js';
import { findMember } from '../staff/index.js';

export interface Answer {
  text: string;
  upload: Upload | undefined;
  /** The nonce of the form: sent twice, it counts once. */
  submission: string;
}

/** Throws a Conflict when nothing is asked (any more), Gone when the request was erased. */
export async function answerEnquiry(
  { db, clock, realClock, files }: Deps,
  requestId: number,
  { text, submission, upload }: Answer,
): Promise<void> {
  const at = clock.now();
  await withStoredUpload(files, upload, { origin: 'answer', at }, async (document) => {
    const saved = await db.transaction(async (trx) => {
      const isNew = await saveAnswer(trx, requestId, { text, submission, document, at });
      const notice = { requestId, occasion: 'answer' };
      if (isNew) await enqueueJob(trx, 'team-notice', notice, realClock.now());
      return isNew;
    });
    if (!saved && document) await files.remove(document.file);
  });
}

interface GivenAnswer {
  text: string;
  submission: string;
  document: NewDocument | undefined;
  at: Date;
}

/** Returns false when this form was taken before. */
async function saveAnswer(
  trx: Trx,
  requestId: number,
  { text, submission, document, at }: GivenAnswer,
): Promise<boolean> {
  const request = await lockLivingRequest(trx, requestId);
  const messageId = await addOwnMessage(trx, requestId, { text, at, submission });
  if (!messageId) return false;
  const states = applicantStep(request, 'answer');
  if (document) await attachDocument(trx, messageId, (await addDocument(trx, requestId, document)).id);
  const assignedTo = await findReviewer(trx, request);
  await changeRequest(trx, request, { ...states, enquiryDueAt: null, ...assignedTo }, at);
  await addHistory(trx, requestId, {
    step: 'answer',
    state: states.state,
    actor: 'applicant',
    actorName: '',
    details: {},
    at,
    shownAt: at,
  });
  await appendAudit(trx, {
    at,
    actor: 'applicant',
    action: 'request.answered',
    subject: subjectOf(request),
    details: { file: document !== undefined },
  });
  return true;
}

/** Whoever is in charge stays it; otherwise the answer goes to the reviewer who asked, while they still decide requests. */
async function findReviewer(
  trx: Trx,
  { id, assignedTo }: AccreditationRequest,
): Promise<{ assignedTo?: number }> {
  if (assignedTo !== undefined && isReviewer(await findMember(trx, assignedTo))) return {};
  const asked = (await listHistory(trx, id)).findLast(({ step }) => step === 'enquire');
  const asker = await findMember(trx, Number(/^staff:(\d+)$/.exec(asked?.actor ?? '')?.[1] ?? 0));
  return asker && isReviewer(asker) ? { assignedTo: asker.id } : {};
}
