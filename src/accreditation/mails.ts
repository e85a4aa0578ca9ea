/** What every letter about an event carries. */
import type { Event } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { formatDay } from '../platform/dates.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { composeLetter } from '../platform/letters.js';
import type { Letter } from '../platform/outbox.js';
import { paths, STATUS_LINK } from './paths.js';
import { type AccreditationRequest, fullName, subjectOf } from './request.js';

export interface LetterWish {
  /** `application:letters.received`; its texts may use {event}, {date}, {place}, {contact} besides `values`. */
  template: string;
  to: string;
  lang: Lang;
  values?: Record<string, string>;
  link?: Letter['link'];
  about?: string;
}

/** Name and ways to reach the people behind the event, as the end of a letter. */
function signatureOf(lang: Lang, { texts, contactPhone, contactEmail }: Event): string {
  return [inLanguage(texts.contactName, lang), contactPhone, contactEmail].filter(Boolean).join('\n');
}

/** A letter about an event, in the reader's language, signed by the event's contact. */
export async function letterAbout(db: Db, event: Event, wish: LetterWish): Promise<Letter> {
  const { template, to, lang, link, about } = wish;
  const text = await composeLetter(db, template, lang, {
    event: inLanguage(event.texts.title, lang),
    date: formatDay(lang, event.startsAt),
    place: inLanguage(event.texts.place, lang),
    contact: signatureOf(lang, event),
    ...wish.values,
  });
  return { kind: template, to, lang, ...text, link, about };
}

/**
 * A letter to whoever made the request, with the way to its status page; its texts may also use {name} and {reference}.
 * In the language of the request, where no other is named.
 */
export function letterToApplicant(
  db: Db,
  event: Event,
  request: AccreditationRequest,
  { lang = request.lang, values, template }: Pick<LetterWish, 'template' | 'values'> & { lang?: Lang },
): Promise<Letter> {
  return letterAbout(db, event, {
    template,
    to: request.email,
    lang,
    values: { name: fullName(request), reference: request.reference, ...values },
    link: statusLink(lang, request),
    about: subjectOf(request),
  });
}

/** The way to the status page, as it stands in a letter. */
export const statusLink = (lang: Lang, { id, linkVersion }: AccreditationRequest): Letter['link'] => ({
  path: paths.status(lang),
  purpose: STATUS_LINK,
  id,
  version: linkVersion,
});
