/** The public page of one event. */
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatTime,
  formatTimeRange,
  toDay,
  toIsoLocal,
} from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import type { Event, ProgrammeItem, Slot } from './event.js';
import { paths } from './paths.js';
import { type PhaseShown, phaseShown } from './phase-page.js';
import { structuredEvent } from './structured-page.js';
import { type TimetableDay, timetable } from './timetable-page.js';

export interface EventPage extends Page {
  /** The way back to the desk, where a draft is looked at before anybody else sees it. */
  preview?: string;
  /** The title as it is set. */
  heading: string;
  eyebrow: { day: string; datetime: string; place: string };
  lead: string;
  accreditation: PhaseShown;
  statusLink: string;
  facts: Fact[];
  calendar: string;
  mediaKit: string;
  timetable: TimetableDay[];
  timetableNote: string;
  allocationRule: string;
  contact: { name: string; email: string; phone: string; phoneLink: string };
}

interface Fact {
  label: string;
  value: string;
  datetime?: string;
  href?: string;
}

export interface EventParts {
  event: Event;
  programme: readonly ProgrammeItem[];
  slots: readonly Slot[];
}

export function eventPage(
  lang: Lang,
  { event, programme, slots }: EventParts,
  { now, baseUrl }: { now: Date; baseUrl: string },
): EventPage {
  const t = translator(lang);
  const { texts } = event;
  return {
    title: inLanguage(texts.title, lang),
    heading: withFirmHyphens(inLanguage(texts.title, lang)),
    description: inLanguage(texts.summary, lang),
    section: 'events',
    crumbs: [
      { label: t('events:public.home'), href: `/${lang}` },
      { label: t('events:public.list'), href: paths.events(lang) },
    ],
    jsonLd: structuredEvent(lang, event, baseUrl),
    eyebrow: {
      day: daysOf(lang, event),
      datetime: toDay(event.startsAt),
      place: inLanguage(texts.place, lang),
    },
    lead: withFirmHyphens(inLanguage(texts.summary, lang)),
    accreditation: phaseShown(lang, t, event, now),
    statusLink: `/${lang}/accreditation`,
    facts: factsOf(lang, event),
    calendar: paths.calendar(lang, event.slug),
    mediaKit: `/${lang}/media?event=${event.slug}`,
    timetable: timetable(lang, t, programme, slots),
    timetableNote: noteOf(lang, event, slots),
    allocationRule: inLanguage(texts.allocationRule, lang),
    contact: contactOf(lang, event),
  };
}

/** Donnerstag, 24. Oktober 2024; both days where it takes more than one. */
function daysOf(lang: Lang, { startsAt, endsAt }: Event): string {
  if (toDay(startsAt) === toDay(endsAt)) return formatDay(lang, startsAt);
  return `${formatDate(lang, startsAt)} – ${formatDate(lang, endsAt)}`;
}

function factsOf(lang: Lang, event: Event): Fact[] {
  const t = translator(lang);
  const oneDay = toDay(event.startsAt) === toDay(event.endsAt);
  const range = formatTimeRange(lang, event.startsAt, event.endsAt);
  const facts: (Fact | undefined)[] = [
    {
      label: t('events:public.when'),
      value: oneDay ? `${formatDay(lang, event.startsAt)}, ${range}` : range,
      datetime: toIsoLocal(event.startsAt),
    },
    {
      label: t('events:public.where'),
      value: t('events:public.directions', { place: inLanguage(event.texts.place, lang) }),
    },
    event.pressEntryAt && {
      label: t('events:public.entry'),
      value: t('events:public.entryFrom', { time: entryTime(lang, event, event.pressEntryAt) }),
      datetime: toIsoLocal(event.pressEntryAt),
    },
    { label: t('events:public.organiser'), value: inLanguage(event.texts.organiser, lang) },
    event.programmeUrl
      ? { label: t('events:public.programme'), value: hostOf(event.programmeUrl), href: event.programmeUrl }
      : undefined,
  ];
  return facts.filter((fact): fact is Fact => fact !== undefined);
}

const entryTime = (lang: Lang, event: Event, entry: Date): string =>
  toDay(entry) === toDay(event.startsAt) ? formatTime(lang, entry) : formatDateTime(lang, entry);

function noteOf(lang: Lang, event: Event, slots: readonly Slot[]): string {
  const t = translator(lang);
  const asOf = t('events:public.asOf', { date: formatDate(lang, event.updatedAt) });
  return slots.length > 0 ? `${asOf} ${withFirmHyphens(t('events:public.slotsNote'))}` : asOf;
}

function contactOf(lang: Lang, { texts, contactEmail, contactPhone }: Event) {
  return {
    name: inLanguage(texts.contactName, lang),
    email: contactEmail,
    phone: contactPhone,
    phoneLink: contactPhone.replace(/[^+\d]/g, ''),
  };
}

const hostOf = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
