/** Makes what is attached to the letter of an approval, at the moment in which the letter is sent. */
import { findRequest, isApproved, listHistory, visibleLimits } from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import { readOperator } from '../operator/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict, NotFound } from '../platform/errors.js';
import type { Attachment } from '../platform/mail-transport.js';
import type { OutgoingMail } from '../platform/outbox.js';
import { makeBadge } from './badge-pdf.js';
import { makeVisit } from './visit-ics.js';

type Approval = Pick<OutgoingMail, 'lang' | 'afterSent' | 'sentAt'>;

/**
 * `id` is the number of the request. Throws a Conflict when it is not approved (any more), NotFound when it was erased:
 * either way the letter must not leave.
 */
export async function makeBadgeAttachment(deps: Deps, id: number, mail: Approval): Promise<Attachment> {
  const { request, event } = await factsOf(deps, id);
  // Sent for the first time, the letter brings the latest decision into force. Sent again, a later one may be waiting.
  const limits =
    mail.afterSent && !mail.sentAt
      ? (request.decisionLimits ?? '')
      : visibleLimits(await listHistory(deps.db, id));
  const { operator } = await readOperator(deps.db);
  return makeBadge(deps.keys, { request, event, operator, limits }, mail.lang);
}

/** Throws as the badge does. */
export async function makeCalendarAttachment(deps: Deps, id: number, mail: Approval): Promise<Attachment> {
  return makeVisit(deps, await factsOf(deps, id), mail.lang);
}

async function factsOf({ db }: Deps, id: number) {
  const request = await findRequest(db, id);
  if (!request) throw new NotFound('accreditation:errors.erased');
  if (!isApproved(request.state)) throw new Conflict('badges:notApproved');
  return { request, event: await getEvent(db, request.eventId) };
}
