/** The letters of the asking side, and what every letter about an event carries. */
import type { Event } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { formatDateTime, formatDay } from '../platform/dates.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { composeLetter } from '../platform/letters.js';
import type { Letter } from '../platform/outbox.js';
import { confirmBy } from './confirmation.js';
import { CONFIRM_LINK, PREFILL_LINK, paths, STATUS_LINK } from './paths.js';
import { type AccreditationRequest, fullName, subjectOf } from './request.js';

export interface LetterWish {
  /** `accreditation:letters.received`; its texts may use {event}, {date}, {place}, {contact} besides `values`. */
  template: string;
  to: string;
  lang: Lang;
  values?: Record<string, string>;
  link?: Letter['link'];
  about?: string;
}

/** Name and ways to reach the people behind the event, as the end of a letter. */
export function signatureOf({ contactName, contactPhone, contactEmail }: Event): string {
  return [contactName, contactPhone, contactEmail].filter(Boolean).join('\n');
}

/** A letter about an event, in the reader's language, signed by the event's contact. */
export async function letterAbout(db: Db, event: Event, wish: LetterWish): Promise<Letter> {
  const { template, to, lang, link, about } = wish;
  const text = await composeLetter(db, template, lang, {
    event: inLanguage(event.texts.title, lang),
    date: formatDay(lang, event.startsAt),
    place: inLanguage(event.texts.place, lang),
    contact: signatureOf(event),
    ...wish.values,
  });
  return { kind: template, to, lang, ...text, link, about };
}

const statusLink = (lang: Lang, { id, linkVersion }: AccreditationRequest): Letter['link'] => ({
  path: paths.status(lang),
  purpose: STATUS_LINK,
  id,
  version: linkVersion,
});

/** Carries no word the sender typed: the address is not proved yet, and the portal writes for no stranger. */
export function confirmLetter(db: Db, event: Event, request: AccreditationRequest): Promise<Letter> {
  const { id, email, lang, linkVersion } = request;
  return letterAbout(db, event, {
    template: 'accreditation:letters.confirm',
    to: email,
    lang,
    values: { deadline: formatDateTime(lang, confirmBy(request)) },
    link: { path: paths.confirm(lang), purpose: CONFIRM_LINK, id, version: linkVersion },
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
  return letterAbout(db, event, {
    template: 'accreditation:letters.alreadyAsked',
    to: live.email,
    lang,
    values: { name: fullName(live), reference: live.reference },
    link: statusLink(lang, live),
    about: subjectOf(live),
  });
}

export function receivedLetter(db: Db, event: Event, request: AccreditationRequest): Promise<Letter> {
  const { lang, email, reference } = request;
  return letterAbout(db, event, {
    template: 'accreditation:letters.received',
    to: email,
    lang,
    values: { name: fullName(request), reference, answerBy: formatDateTime(lang, event.answerBy) },
    link: statusLink(lang, request),
    about: subjectOf(request),
  });
}

export function lostLinkLetter(
  db: Db,
  event: Event,
  request: AccreditationRequest,
  lang: Lang,
): Promise<Letter> {
  return letterAbout(db, event, {
    template: 'accreditation:letters.lostLink',
    to: request.email,
    lang,
    values: { name: fullName(request), reference: request.reference },
    link: statusLink(lang, request),
    about: subjectOf(request),
  });
}

/** For somebody known from an earlier event: the form of this event, filled in. */
export function prefillLetter(
  db: Db,
  event: Event,
  earlier: AccreditationRequest,
  lang: Lang,
): Promise<Letter> {
  return letterAbout(db, event, {
    template: 'accreditation:letters.prefill',
    to: earlier.email,
    lang,
    values: { name: fullName(earlier), deadline: formatDateTime(lang, event.accreditationClosesAt) },
    link: {
      path: paths.prefilledForm(lang, event.slug),
      purpose: PREFILL_LINK,
      id: earlier.id,
      version: earlier.linkVersion,
    },
    about: subjectOf(earlier),
  });
}

/** Confirms that a request was withdrawn. */
export function withdrawnLetter(db: Db, event: Event, request: AccreditationRequest): Promise<Letter> {
  const { lang, email, reference } = request;
  return letterAbout(db, event, {
    template: 'selfservice:letters.withdrawn',
    to: email,
    lang,
    values: { name: fullName(request), reference },
    link: statusLink(lang, request),
    about: subjectOf(request),
  });
}
