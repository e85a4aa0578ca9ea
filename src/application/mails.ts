/** The letters of the asking side. */
import {
  type AccreditationRequest,
  accreditationPaths,
  CONFIRM_LINK,
  fullName,
  letterAbout,
  letterToApplicant,
  PREFILL_LINK,
  subjectOf,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { formatDateTime } from '../platform/dates.js';
import type { Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';
import { confirmBy } from './confirmation.js';

/** Carries no word the sender typed: the address is not proved yet, and the portal writes for no stranger. */
export function confirmLetter(
  db: Db,
  event: Event,
  request: Pick<AccreditationRequest, 'id' | 'email' | 'lang' | 'linkVersion' | 'createdAt'>,
): Promise<Letter> {
  const { id, email, lang, linkVersion } = request;
  return letterAbout(db, event, {
    template: 'application:letters.confirm',
    to: email,
    lang,
    values: { deadline: formatDateTime(lang, confirmBy(request)) },
    link: { path: accreditationPaths.confirm(lang), purpose: CONFIRM_LINK, id, version: linkVersion },
    about: subjectOf(request),
  });
}

/** Instead of a second confirmation: the way to the request that exists. */
export function alreadyAskedLetter(
  db: Db,
  event: Event,
  live: AccreditationRequest,
  lang: Lang,
): Promise<Letter> {
  return letterToApplicant(db, event, live, { template: 'application:letters.alreadyAsked', lang });
}

export function receivedLetter(db: Db, event: Event, request: AccreditationRequest): Promise<Letter> {
  return letterToApplicant(db, event, request, {
    template: 'application:letters.received',
    values: { answerBy: formatDateTime(request.lang, event.answerBy) },
  });
}

export function lostLinkLetter(
  db: Db,
  event: Event,
  request: AccreditationRequest,
  lang: Lang,
): Promise<Letter> {
  return letterToApplicant(db, event, request, { template: 'application:letters.lostLink', lang });
}

/** For somebody known from an earlier event: the form of this event, filled in. */
export function prefillLetter(
  db: Db,
  event: Event,
  earlier: AccreditationRequest,
  lang: Lang,
): Promise<Letter> {
  return letterAbout(db, event, {
    template: 'application:letters.prefill',
    to: earlier.email,
    lang,
    values: { name: fullName(earlier), deadline: formatDateTime(lang, event.accreditationClosesAt) },
    link: {
      path: accreditationPaths.prefilledForm(lang, event.slug),
      purpose: PREFILL_LINK,
      id: earlier.id,
      version: earlier.linkVersion,
    },
    about: subjectOf(earlier),
  });
}
