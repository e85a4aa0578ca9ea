/** Tells the members who want to hear of it at once: a new request, an answer, a change, a message, a withdrawal. */
import { type AccreditationRequest, findRequest, lockRequest, subjectOf } from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import type { JobKind } from '../platform/jobs.js';
import { queueMail } from '../platform/outbox.js';
import { listReviewers } from '../queue/index.js';
import type { Member } from '../staff/index.js';
import { noticeLetter } from './notice-letters.js';
import { type Occasion, toNoticePayload } from './notices.js';

export const teamNoticeJob: JobKind = {
  name: 'team-notice',
  run: async (deps, job) => {
    // Queued already, and only the note that the job is done was lost.
    if (job.cursor) return;
    const { requestId, occasion } = toNoticePayload(job.payload);
    const request = await findRequest(deps.db, requestId);
    if (!request) return;
    const members = readersOf(request, occasion, await listReviewers(deps.db)).filter(
      ({ notices }) => notices === 'each',
    );
    await queueNotices(deps, request, occasion, members);
    await job.progress(members.length, members.length, 'queued');
  },
};

/** What follows an enquiry goes to the reviewer in charge; to everybody where nobody is. */
function readersOf(
  { assignedTo }: AccreditationRequest,
  occasion: Occasion,
  reviewers: readonly Member[],
): readonly Member[] {
  const inCharge = reviewers.filter(({ id }) => id === assignedTo);
  const concernsOne = occasion === 'answer' || occasion === 'unanswered';
  return concernsOne && inCharge.length > 0 ? inCharge : reviewers;
}

async function queueNotices(
  { db, clock, config }: Deps,
  request: AccreditationRequest,
  occasion: Occasion,
  members: readonly Member[],
): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    if (!(await lockRequest(trx, request.id))) return;
    const event = await getEvent(trx, request.eventId);
    for (const member of members) {
      const letter = await noticeLetter(trx, { request, event, occasion, member, baseUrl: config.baseUrl });
      await queueMail(trx, { ...letter, about: subjectOf(request) }, at);
    }
  });
}
