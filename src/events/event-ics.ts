/** The calendar file of an event, for everybody. */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { formatTime } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Event } from './event.js';
import { paths } from './paths.js';

/**
 * RFC 5545, times in UTC, so that every calendar shows its own zone. The same UID in every copy and a SEQUENCE that
 * grows with each change: a calendar replaces the entry instead of doubling it.
 */
export function eventCalendar(lang: Lang, event: Event, baseUrl: string): string {
  const calendar = ical({
    prodId: { company: 'press-portal', product: 'events', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  const url = baseUrl + paths.event(lang, event.slug);
  calendar.createEvent({
    id: `${event.slug}@${new URL(baseUrl).hostname}`,
    sequence: event.version,
    stamp: event.updatedAt,
    start: event.startsAt,
    end: event.endsAt,
    summary: inLanguage(event.texts.title, lang),
    location: inLanguage(event.texts.place, lang),
    description: descriptionOf(lang, event, url),
    url,
  });
  return calendar.toString();
}

function descriptionOf(lang: Lang, event: Event, url: string): string {
  const t = translator(lang);
  const entry = event.pressEntryAt
    ? `${t('events:public.entry')}: ${t('events:public.entryFrom', { time: formatTime(lang, event.pressEntryAt) })}`
    : '';
  return [inLanguage(event.texts.summary, lang), entry, url].filter(Boolean).join('\n\n');
}
