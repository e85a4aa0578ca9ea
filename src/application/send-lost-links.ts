/** Somebody lost their link: the mailbox gets the way to each of its requests, and a filled form for an open event. */
import {
  type AccreditationRequest,
  allows,
  isAsked,
  listRequestsByEmail,
  lockRequest,
} from '../accreditation/index.js';
import { accreditationPhase, type Event, getEvent, listUpcomingEvents } from '../events/index.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Lang } from '../platform/languages.js';
import { queueMail } from '../platform/outbox.js';
import { standingOf } from './confirmation.js';
import { lostLinkLetter, prefillLetter } from './mails.js';
import { queueConfirmation } from './queue-confirmation.js';

/** Sends nothing to an address nobody has used; the caller answers the same either way. */
export async function sendLostLinks({ db, clock }: Deps, email: string, lang: Lang): Promise<void> {
  const at = clock.now();
  const requests = await listRequestsByEmail(db, email);
  if (requests.length === 0) return;
  const current = currentRequests(requests, at);
  await db.transaction(async (trx) => {
    for (const request of current) await sendWayTo(trx, request, lang, at);
    const earlier = requests.find(({ confirmedAt }) => confirmedAt);
    const event = earlier && (await findEventToAskFor(trx, current, at));
    const living = event && (await lockRequest(trx, earlier.id));
    if (living) await queueMail(trx, await prefillLetter(trx, event, living, lang), at);
  });
}

/** One per event: the live request, or else the newest that still waits for its confirmation. */
function currentRequests(requests: readonly AccreditationRequest[], at: Date): AccreditationRequest[] {
  const live = requests.filter(({ state }) => isAsked(state));
  const waiting = requests
    .filter((request) => standingOf(request, request.linkVersion, at) === 'open')
    .filter((request, index, all) => all.findIndex(({ eventId }) => eventId === request.eventId) === index)
    .filter(({ eventId }) => !live.some((request) => request.eventId === eventId));
  return [...live, ...waiting];
}

async function sendWayTo(trx: Trx, found: AccreditationRequest, lang: Lang, at: Date): Promise<void> {
  const request = await lockRequest(trx, found.id);
  // Erased, or waiting at another address by now: nothing of it belongs into this mailbox.
  if (request?.linkVersion !== found.linkVersion) return;
  const event = await getEvent(trx, request.eventId);
  if (allows(request.state, 'confirm')) await queueConfirmation(trx, event, request, at);
  if (isAsked(request.state)) await queueMail(trx, await lostLinkLetter(trx, event, request, lang), at);
}

async function findEventToAskFor(
  trx: Trx,
  current: readonly AccreditationRequest[],
  at: Date,
): Promise<Event | undefined> {
  const open = (await listUpcomingEvents(trx, at)).filter(
    (event) => accreditationPhase(event, at) === 'open',
  );
  return open.find(({ id }) => !current.some(({ eventId }) => eventId === id));
}
