/** The programme with its press slots in between, as the public page and the desk show it. */
import { formatDay, formatTimeRange, toDay, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { ProgrammeItem, Slot, SlotKind } from './event.js';

export interface TimetableEntry {
  time: string;
  startsAt: string;
  title: string;
  note: string;
  speakers: { name: string; function: string }[];
  /** Undefined for what is not a press slot. */
  slot: { kind: string; icon: string; places: string } | undefined;
}

export interface TimetableDay {
  /** Empty where all of it is on one day. */
  heading: string;
  entries: TimetableEntry[];
}

const ICONS: Record<SlotKind, string> = {
  interview: 'portal-icon--mic',
  photo_call: 'portal-icon--camera',
  pool: 'portal-icon--camera',
};

/** In order of time; at the same time press slots come first, because a photo call opens before the talk. */
export function timetable(
  lang: Lang,
  t: Translate,
  programme: readonly ProgrammeItem[],
  slots: readonly Slot[],
): TimetableDay[] {
  const all = [...slots, ...programme].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const days = [...new Set(all.map(({ startsAt }) => toDay(startsAt)))];
  return days.map((day) => {
    const entries = all.filter(({ startsAt }) => toDay(startsAt) === day);
    return {
      heading: days.length > 1 ? formatDay(lang, entries[0]!.startsAt) : '',
      entries: entries.map((entry) => toEntry(lang, t, entry)),
    };
  });
}

function toEntry(lang: Lang, t: Translate, entry: ProgrammeItem | Slot): TimetableEntry {
  return {
    time: formatTimeRange(lang, entry.startsAt, entry.endsAt),
    startsAt: toIsoLocal(entry.startsAt),
    title: inLanguage(entry.texts.title, lang),
    note: inLanguage(entry.texts.note, lang),
    speakers:
      'speakers' in entry
        ? entry.speakers.map(({ name, function: role }) => ({ name, function: inLanguage(role, lang) }))
        : [],
    slot: 'kind' in entry ? slotMark(t, entry) : undefined,
  };
}

function slotMark(t: Translate, { kind, capacity }: Slot) {
  return {
    kind: t(`labels:slotKinds.${kind}`),
    icon: ICONS[kind],
    places: t('events:public.places', { count: capacity }),
  };
}
