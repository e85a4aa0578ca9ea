/** Sends the letter a waiting request is waiting for; somebody who has asked already gets the way to that request. */
import {
  type AccreditationRequest,
  findLiveRequest,
  isAsked,
  lockRequest,
  subjectOf,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Db, Trx } from '../platform/database.js';
import { type Letter, queueMail } from '../platform/outbox.js';
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

/** What the letter of a request says that is not saved yet. */
type Unsaved = Pick<AccreditationRequest, 'email' | 'lang' | 'linkVersion' | 'createdAt'>;

/**
 * The letter for a new request, written before its transaction so that nobody waits for that. Undefined when somebody
 * has asked already: then it is written under that request's lock, by `queueConfirmation`. Who confirms between the two
 * is not lost: of two confirmations the second one leads to the request that exists.
 */
export async function draftConfirmation(db: Db, event: Event, unsaved: Unsaved): Promise<Letter | undefined> {
  const asked = await findLiveRequest(db, event.id, unsaved.email);
  return asked ? undefined : confirmLetter(db, event, { ...unsaved, id: 0 });
}

/** The draft for the request it was written for, once that has a number. */
export function forRequest(draft: Letter, request: AccreditationRequest): Letter {
  const link = draft.link && { ...draft.link, id: request.id };
  return { ...draft, link, about: subjectOf(request) };
}
