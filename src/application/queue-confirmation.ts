/** Sends the letter a waiting request is waiting for; somebody who has asked already gets the way to that request. */
import { type AccreditationRequest, findLiveRequest, isAsked, lockRequest } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Trx } from '../platform/database.js';
import { queueMail } from '../platform/outbox.js';
import { alreadyAskedLetter, confirmLetter } from './mails.js';

/** Part of the caller's transaction. From outside both letters look the same, so a stranger learns nothing. */
export async function queueConfirmation(
  trx: Trx,
  event: Event,
  request: AccreditationRequest,
  at: Date,
): Promise<void> {
  const asked = await findLiveRequest(trx, event.id, request.email);
  const live = asked && (await lockRequest(trx, asked.id));
  const letter =
    live && isAsked(live.state)
      ? await alreadyAskedLetter(trx, event, live, request.lang)
      : await confirmLetter(trx, event, request);
  await queueMail(trx, letter, at);
}
