/** Writes to one applicant, or notes that no answer came: each once, the mark and what it is for in one transaction. */
import {
  type AccreditationRequest,
  addHistory,
  allows,
  isApproved,
  listHistory,
  listSlotWishes,
  lockRequest,
  subjectOf,
  visibleDecision,
} from '../accreditation/index.js';
import { getEvent, listSlots } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { enqueueJob } from '../platform/jobs.js';
import { queueMail } from '../platform/outbox.js';
import { visitReminderAt } from './due.js';
import { enquiryReminder, visitReminder } from './mails.js';
import { markReminder, type OpenEnquiry } from './reminder-repository.js';

/** The request, locked, while this very enquiry waits for its answer. */
async function lockAsked(
  trx: Trx,
  { requestId, dueAt }: OpenEnquiry,
): Promise<AccreditationRequest | undefined> {
  const request = await lockRequest(trx, requestId);
  if (!request || !allows(request.state, 'answer') || !allows(request.shownState, 'answer')) return undefined;
  return request.enquiryDueAt?.getTime() === dueAt.getTime() ? request : undefined;
}

/** Returns false when there was nothing to do (any more). */
export function remindOfEnquiry({ db, clock }: Deps, enquiry: OpenEnquiry): Promise<boolean> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const request = await lockAsked(trx, enquiry);
    if (!request) return false;
    const { requestId, enquiryId } = enquiry;
    if (!(await markReminder(trx, { requestId, kind: 'enquiry', about: String(enquiryId), at })))
      return false;
    const event = await getEvent(trx, request.eventId);
    const history = await listHistory(trx, requestId);
    await queueMail(trx, await enquiryReminder(trx, { request, event, history }), at);
    return true;
  });
}

/** Only the team sees the entry. Returns false when there was nothing to do (any more). */
export function noteSilence({ db, clock, realClock }: Deps, enquiry: OpenEnquiry): Promise<boolean> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const request = await lockAsked(trx, enquiry);
    if (!request) return false;
    const { requestId, enquiryId, dueAt } = enquiry;
    if (!(await markReminder(trx, { requestId, kind: 'silence', about: String(enquiryId), at })))
      return false;
    await addHistory(trx, requestId, {
      step: 'unanswered',
      state: request.state,
      actor: 'system',
      actorName: '',
      details: { due: dueAt.toISOString() },
      at,
      shownAt: undefined,
    });
    await appendAudit(trx, {
      at,
      actor: 'system',
      action: 'request.unanswered',
      subject: subjectOf(request),
    });
    await enqueueJob(trx, 'team-notice', { requestId, occasion: 'unanswered' }, realClock.now());
    return true;
  });
}

/**
 * Who was approved only after the reminders went out has just read the same in the letter of approval, so that counts
 * as reminded. Returns false when no letter was written.
 */
export function remindOfVisit(
  { db, clock }: Deps,
  { requestId, day }: { requestId: number; day: string },
): Promise<boolean> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const request = await lockRequest(trx, requestId);
    if (!request || !isApproved(request.state) || !isApproved(request.shownState)) return false;
    if (!(await markReminder(trx, { requestId, kind: 'visit', about: day, at }))) return false;
    const event = await getEvent(trx, request.eventId);
    const history = await listHistory(trx, requestId);
    const told = visibleDecision(history)?.shownAt;
    if (told && told >= visitReminderAt(event)) return false;
    const slots = await listSlots(trx, event.id);
    const wishes = await listSlotWishes(trx, requestId);
    await queueMail(trx, await visitReminder(trx, { request, event, history, slots, wishes }), at);
    return true;
  });
}
