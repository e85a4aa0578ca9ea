/** The e-mail address is proved: the request counts as asked, gets its letter, and the team hears of it. */
import {
  type AccreditationRequest,
  addHistory,
  changeRequest,
  findLiveRequest,
  findRequest,
  nextState,
  subjectOf,
} from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import { type Trx, violatesUnique } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict, Gone } from '../platform/errors.js';
import { enqueueJob } from '../platform/jobs.js';
import { queueMail } from '../platform/outbox.js';
import { confirmBy } from './confirmation.js';
import { receivedLetter } from './mails.js';

export type ConfirmLink = Pick<AccreditationRequest, 'id' | 'linkVersion'>;

/**
 * Returns the live request of this address for this event: this one, or an earlier one. At most one is live, also
 * when two links are used at the same moment (the database holds a unique key). Throws Gone after the deadline, and when
 * the address was corrected since the link was read: the link proves the mailbox it was sent to and no other.
 */
export async function confirmRequest(deps: Deps, link: ConfirmLink): Promise<AccreditationRequest> {
  try {
    return await deps.db.transaction((trx) => confirm(trx, deps, link));
  } catch (error) {
    if (!(error instanceof Conflict) && !violatesUnique(error, 'live_key')) throw error;
    // Somebody was faster, most likely a second click: what they made is the answer.
    return deps.db.transaction((trx) => confirm(trx, deps, link));
  }
}

async function confirm(
  trx: Trx,
  deps: Deps,
  { id, linkVersion }: ConfirmLink,
): Promise<AccreditationRequest> {
  const at = deps.clock.now();
  const request = await findRequest(trx, id);
  if (!request || request.linkVersion !== linkVersion) throw new Gone();
  if (request.confirmedAt) return request;
  const live = await findLiveRequest(trx, request.eventId, request.email);
  if (live) return live;
  if (at >= confirmBy(request)) throw new Gone();
  const state = nextState(request.state, 'confirm');
  const confirmed = await changeRequest(trx, request, { state, shownState: state, confirmedAt: at }, at);
  await addHistory(trx, id, {
    ...{ step: 'confirm', state, actor: 'applicant', actorName: '', details: {} },
    at,
    shownAt: at,
  });
  await appendAudit(trx, {
    at,
    actor: 'applicant',
    action: 'request.confirmed',
    subject: subjectOf(request),
  });
  const event = await getEvent(trx, request.eventId);
  await queueMail(trx, await receivedLetter(trx, event, confirmed), at);
  await enqueueJob(trx, 'team-notice', { requestId: id, occasion: 'new' }, deps.realClock.now());
  return confirmed;
}
