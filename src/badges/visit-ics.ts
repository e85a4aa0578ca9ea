/** The calendar entry of an approved person: event, entrance for press, way, contact and reference. */
import ical from 'ical-generator';
import type { AccreditationRequest } from '../accreditation/index.js';
import { type Event, eventPaths } from '../events/index.js';
import { formatTime } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Attachment } from '../platform/mail-transport.js';

export interface VisitFacts {
  request: AccreditationRequest;
  event: Event;
}

/** RFC 5545; the same number in every copy, so that a calendar replaces the entry instead of doubling it. */
export function makeVisit({ clock, config }: Deps, { request, event }: VisitFacts, lang: Lang): Attachment {
  const calendar = ical({
    prodId: { company: 'press-portal', product: 'accreditation', language: lang.toUpperCase() },
  });
  const title = inLanguage(event.texts.title, lang);
  calendar.createEvent({
    id: `${request.reference.toLowerCase()}@${new URL(config.baseUrl).hostname}`,
    sequence: event.version,
    stamp: clock.now(),
    start: event.pressEntryAt ?? event.startsAt,
    end: event.endsAt,
    summary: translator(lang)('badges:visit.summary', { event: title }),
    location: inLanguage(event.texts.place, lang),
    description: descriptionOf(request, event, lang),
    url: config.baseUrl + eventPaths.event(lang, event.slug),
  });
  return {
    filename: `${request.reference}.ics`,
    content: Buffer.from(calendar.toString()),
    contentType: 'text/calendar; charset=utf-8',
  };
}

function descriptionOf(request: AccreditationRequest, event: Event, lang: Lang): string {
  const t = translator(lang);
  const contact = [inLanguage(event.texts.contactName, lang), event.contactPhone, event.contactEmail]
    .filter(Boolean)
    .join(', ');
  const lines = [
    t('badges:visit.reference', { reference: request.reference }),
    event.pressEntryAt ? t('badges:visit.entry', { time: formatTime(lang, event.pressEntryAt) }) : '',
    t('badges:visit.starts', { time: formatTime(lang, event.startsAt) }),
    t('badges:visit.bring'),
    inLanguage(event.texts.directions, lang),
    contact ? t('badges:visit.contact', { contact }) : '',
  ];
  return lines.filter(Boolean).join('\n\n');
}
