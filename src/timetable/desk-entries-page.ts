/** Programme and press slots of an event at the desk, as lists with what can be done to each entry. */
import { type DeskHead, headOf, eventDeskPaths as paths } from '../eventdesk/index.js';
import type { Event, ProgrammeItem, Slot } from '../events/index.js';
import { formatDay, formatTimeRange } from '../platform/dates.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';

export interface DeskEntriesPage extends DeskHead {
  heading: string;
  hint: string;
  none: string;
  add: { href: string; label: string };
  entries: {
    time: string;
    day: string;
    title: string;
    details: string;
    edit: string;
    remove: string;
  }[];
}

export function programmePage(lang: Lang, event: Event, items: readonly ProgrammeItem[]): DeskEntriesPage {
  return entriesPage(lang, event, 'programme', items);
}

export function slotsPage(lang: Lang, event: Event, slots: readonly Slot[]): DeskEntriesPage {
  return entriesPage(lang, event, 'slots', slots);
}

function entriesPage(
  lang: Lang,
  event: Event,
  list: 'programme' | 'slots',
  entries: readonly (ProgrammeItem | Slot)[],
): DeskEntriesPage {
  const t = translator(lang);
  const pathOf = list === 'programme' ? paths.programmeItem : paths.slot;
  return {
    ...headOf(lang, event, list),
    heading: t(`eventdesk:tabs.${list}`),
    hint: t(`timetable:${list}Hint`),
    none: t(`timetable:${list}None`),
    add: { href: pathOf(event.slug, 'new'), label: t(`timetable:${list}Add`) },
    entries: entries.map((entry) => ({
      time: formatTimeRange(lang, entry.startsAt, entry.endsAt),
      day: formatDay(lang, entry.startsAt),
      title: inLanguage(entry.texts.title, lang),
      details: detailsOf(t, entry),
      edit: pathOf(event.slug, entry.id),
      remove: `${pathOf(event.slug, entry.id)}/delete`,
    })),
  };
}

function detailsOf(t: Translate, entry: ProgrammeItem | Slot): string {
  if (!('kind' in entry)) return entry.speakers.map(({ name }) => name).join(', ');
  return `${t(`labels:slotKinds.${entry.kind}`)}, ${t('events:public.places', { count: entry.capacity })}`;
}
