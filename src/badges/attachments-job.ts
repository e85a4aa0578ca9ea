/** Makes what is attached to the letter of an approval, at the moment in which the letter is sent. */
import { findRequest } from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import type { Attachment } from '../platform/mail-transport.js';
import { makeBadge } from './badge-pdf.js';
import { makeVisit } from './visit-ics.js';

/** `id` is the number of the request. Throws NotFound when it was erased in the meantime. */
export async function makeBadgeAttachment(deps: Deps, id: number, lang: Lang): Promise<Attachment> {
  const { request, event } = await factsOf(deps, id);
  return makeBadge(deps.keys, { request, event, limits: request.decisionLimits ?? '' }, lang);
}

/** `id` is the number of the request. Throws NotFound when it was erased in the meantime. */
export async function makeCalendarAttachment(deps: Deps, id: number, lang: Lang): Promise<Attachment> {
  return makeVisit(deps, await factsOf(deps, id), lang);
}

async function factsOf({ db }: Deps, id: number) {
  const request = await findRequest(db, id);
  if (!request) throw new NotFound();
  return { request, event: await getEvent(db, request.eventId) };
}
