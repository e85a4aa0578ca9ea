/** What search engines read about an event: schema.org `Event` as JSON-LD. */
import { toIsoLocal } from '../platform/dates.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Event } from './event.js';
import { paths } from './paths.js';

/** https://schema.org/Event; times with the offset of Berlin. */
export function structuredEvent(lang: Lang, event: Event, baseUrl: string): object {
  const place = inLanguage(event.texts.place, lang);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: inLanguage(event.texts.title, lang),
    description: inLanguage(event.texts.summary, lang),
    startDate: toIsoLocal(event.startsAt),
    endDate: toIsoLocal(event.endsAt),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: place, address: place },
    organizer: { '@type': 'GovernmentOrganization', name: inLanguage(event.texts.organiser, lang) },
    inLanguage: lang,
    url: baseUrl + paths.event(lang, event.slug),
    ...(event.programmeUrl ? { sameAs: event.programmeUrl } : {}),
  };
}
