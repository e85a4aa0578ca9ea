/** Dates as the office writes and reads them: Europe/Berlin on screen and in forms, UTC everywhere else. */
import { Temporal } from 'temporal-polyfill';
import type { Lang } from './languages.js';
import { remember } from './remember.js';

export const ZONE = 'Europe/Berlin';

const STYLES = {
  /** 24. Oktober 2024 */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Donnerstag, 24. Oktober 2024 */
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 24.10.2024 */
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  /** 6 Oct 2024: 06/10/2024 is read in two ways. */
  englishShort: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Do 24. or Thu 24, where there is little room. */
  weekday: { weekday: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  zone: { hour: 'numeric', timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatter = remember(20, (key: string) => {
  const [lang, style] = key.split(':') as [Lang, keyof typeof STYLES];
  return new Intl.DateTimeFormat(lang === 'de' ? 'de-DE' : 'en-GB', { ...STYLES[style], timeZone: ZONE });
});

const MINUTE = 60_000;

/** A page prints the same dates again and again, to the minute, and Intl is slow. */
const formatted = remember(2000, (key: string) => {
  const at = key.lastIndexOf(':');
  return formatter(key.slice(0, at)).format(Number(key.slice(at + 1)) * MINUTE);
});

const format = (lang: Lang, style: keyof typeof STYLES, date: Date): string =>
  formatted(`${lang}:${style}:${Math.floor(date.getTime() / MINUTE)}`);

/** The day stays with its month: 24.\u00A0Oktober, 24\u00A0October. */
const firm = (date: string): string => date.replace(/(\d\.?) (?=\p{L})/u, '$1\u00A0');
export const formatDate = (lang: Lang, date: Date): string => firm(format(lang, 'date', date));
export const formatDay = (lang: Lang, date: Date): string => firm(format(lang, 'day', date));
export const formatShortDate = (lang: Lang, date: Date): string =>
  firm(format(lang, lang === 'de' ? 'short' : 'englishShort', date));
/** Do 24. or Thu 24: under a chart whose title says which month it is. */
export const formatWeekday = (lang: Lang, date: Date): string =>
  format(lang, 'weekday', date).replace(/^(\p{L}+)[.,]*/u, '$1');
/** 9:15 Uhr, or 9:15 in English. */
export const formatTime = (lang: Lang, date: Date): string => {
  const time = format(lang, 'time', date).replace(/^0(?=\d)/, '');
  return lang === 'de' ? `${time}\u00A0Uhr` : time;
};
export const formatDateTime = (lang: Lang, date: Date): string =>
  `${formatDate(lang, date)}, ${formatTime(lang, date)}`;
/** Donnerstag, 24. Oktober 2024, 9:15 Uhr MESZ: for a moment nobody may misread, also where the clocks change. */
export const formatMoment = (lang: Lang, date: Date): string =>
  `${formatDay(lang, date)}, ${formatTime(lang, date)}\u00A0${format(lang, 'zone', date).split(/\s/).at(-1)}`;
/** What begins at midnight begins with the day, without a time: "0:00 Uhr" makes people think of the night before. */
export const formatBeginning = (lang: Lang, date: Date, formatDays = formatDate): string =>
  toFieldValue(date).endsWith('T00:00')
    ? formatDays(lang, date)
    : `${formatDays(lang, date)}, ${formatTime(lang, date)}`;
/** 9:15 – 10:45 Uhr on one day; both days are named when it ends on another. */
export function formatTimeRange(lang: Lang, from: Date, to: Date): string {
  if (toDay(from) !== toDay(to)) return `${formatDateTime(lang, from)} – ${formatDateTime(lang, to)}`;
  return `${formatTime(lang, from).replace('\u00A0Uhr', '')}\u00A0–\u2060\u00A0${formatTime(lang, to)}`;
}

const localParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});

/** ISO 8601 with the offset of Berlin, for `datetime` attributes: 2024-10-24T09:15+02:00. */
export const toIsoLocal = (date: Date): string => isoLocal(Math.floor(date.getTime() / MINUTE));

const isoLocal = remember(2000, (minute: number) => {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of localParts.formatToParts(minute * MINUTE)) parts[type] = value;
  const offset = parts.timeZoneName?.replace('GMT', '');
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}${offset}`;
});

/** RFC 3339 with the offset of Berlin, for machines that want seconds: 2024-10-24T09:15:00+02:00. */
export function toRfc3339(date: Date): string {
  const [minute, offset] = [toIsoLocal(date).slice(0, 16), toIsoLocal(date).slice(16)];
  return `${minute}:${String(date.getUTCSeconds()).padStart(2, '0')}${offset}`;
}

/** What a `datetime-local` field shows: 2024-10-24T09:15. */
export const toFieldValue = (date: Date): string => toIsoLocal(date).slice(0, 16);
/** The last minute of a day, as deadlines that are given as a day end. */
export const isEndOfDay = (date: Date): boolean => toFieldValue(date).endsWith('T23:59');
/** The calendar day in Berlin: 2024-10-24. */
export const toDay = (date: Date): string => toIsoLocal(date).slice(0, 10);
/** A moment of that day: noon in UTC is the same day in Berlin. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
export const yearOf = (date: Date): number => Number(toDay(date).slice(0, 4));

export type LocalTime =
  | { ok: true; date: Date }
  | { ok: false; problem: 'invalid' | 'skipped' | 'ambiguous' };

/**
 * Reads what a `datetime-local` field sent. On the night the clocks change a time may not exist (`skipped`) or exist
 * twice (`ambiguous`, 27 October 2024 02:30); `offset` (`+02:00`, `+01:00`) says which one is meant.
 */
export function parseLocalTime(text: string, offset?: string): LocalTime {
  let plain: Temporal.PlainDateTime;
  try {
    plain = Temporal.PlainDateTime.from(text);
  } catch {
    return { ok: false, problem: 'invalid' };
  }
  const earlier = plain.toZonedDateTime(ZONE, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(ZONE, { disambiguation: 'later' });
  const chosen = [earlier, later].find((time) => time.offset === offset);
  if (earlier.offset === later.offset) return { ok: true, date: new Date(earlier.epochMilliseconds) };
  if (!earlier.toPlainDateTime().equals(plain)) return { ok: false, problem: 'skipped' };
  return chosen
    ? { ok: true, date: new Date(chosen.epochMilliseconds) }
    : { ok: false, problem: 'ambiguous' };
}

/** The day of `date` moved by whole days in Berlin, at the same local time. */
export function addDays(date: Date, days: number): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(ZONE);
  return new Date(local.add({ days }).epochMilliseconds);
}

/** Whole calendar days in Berlin from one moment to another: 0 on the same day. */
export function daysBetween(from: Date, to: Date): number {
  // Days alone are read as midnight UTC, so each is 24 hours long.
  return (Date.parse(toDay(to)) - Date.parse(toDay(from))) / 86_400_000;
}
