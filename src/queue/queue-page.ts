/** The page model of the queue: tabs, filters, rows and the way on. */
import { OUTLET_TYPES, WORK_AREAS } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Related } from '../hints/index.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import type { Member } from '../staff/index.js';
import { type Filters, isNarrowed, SORTS, TABS, type Tab, toQuery } from './filters.js';
import { paths, withQuery } from './paths.js';
import { type Picking, pickingOf } from './picking-page.js';
import type { QueueItem } from './queue.js';
import { type QueueRowView, rowView } from './queue-row-page.js';

export interface QueueFacts {
  t: Translate;
  lang: Lang;
  now: Date;
  member: Member;
  filters: Filters;
  counts: Record<Tab, number>;
  /** With these filters; what the tab counts where nothing else narrows the list. */
  found: number;
  countLimit: number;
  items: QueueItem[];
  /** True when more follow behind the last item. */
  more: boolean;
  /** The reference this page starts behind. */
  after: string | undefined;
  events: Event[];
  reviewers: Member[];
  documents: Map<number, number>;
  answers: Map<number, Date>;
  related: Map<number, Related[]>;
  undo: UndoBar | undefined;
  /** What the address asks to have ticked. */
  choose: unknown;
}

/** The bar after a decision, with the way back; what it says is handed in, because the queue knows no decisions. */
export interface UndoBar {
  title: string;
  text: string;
  button: string;
  action: string;
}

interface Link {
  label: string;
  href: string;
}

export interface FilterField {
  name: string;
  label: string;
  options: { value: string; label: string; selected: boolean }[];
}

export interface QueuePage extends Page {
  tabs: (Link & { count: string; current: boolean })[];
  tab: Tab;
  search: string;
  filters: FilterField[];
  filtersSet: number;
  chips: Link[];
  reset: string;
  /** This list as a table for a spreadsheet. */
  exportHref: string;
  rows: QueueRowView[];
  caption: string;
  summary: string;
  empty: string;
  first?: string;
  next?: Link;
  undo: UndoBar | undefined;
  picking: Picking | undefined;
}

export function queuePage(facts: QueueFacts): QueuePage {
  const { t, lang, filters, counts, items } = facts;
  const address = (changed: Filters) => withQuery(paths.queue, toQuery(changed));
  const number = (count: number) => countWords(lang, count, facts.countLimit);
  const last = items.at(-1);
  const chips = chipsOf(facts);
  return {
    title: t('queue:list.title'),
    section: 'requests',
    tabs: TABS.map((tab) => ({
      label: t(`queue:tabs.${tab}`),
      href: address({ ...filters, tab }),
      count: number(counts[tab]),
      current: tab === filters.tab,
    })),
    tab: filters.tab,
    search: filters.search ?? '',
    filters: fieldsOf(facts),
    filtersSet: chips.length,
    chips,
    exportHref: withQuery(paths.export, toQuery(filters)),
    reset: address({ tab: filters.tab, sort: filters.sort }),
    rows: items.map((item) => rowView(facts, item)),
    caption: t('queue:list.caption', {
      tab: t(`queue:tabs.${filters.tab}`),
      order: t(`queue:sorts.${filters.sort}`),
    }),
    summary: t('queue:list.found', { count: facts.found, number: number(facts.found) }),
    empty: t(emptyKey(facts)),
    ...(facts.after ? { first: address(filters) } : {}),
    ...(facts.more && last
      ? {
          next: {
            label: t('queue:list.next', { reference: last.reference }),
            href: withQuery(
              paths.queue,
              [toQuery(filters), `after=${last.reference}`].filter(Boolean).join('&'),
            ),
          },
        }
      : {}),
    undo: facts.undo,
    picking: pickingOf(facts, number(facts.found)),
  };
}

/** 1.000+ where the count stopped. */
export function countWords(lang: Lang, count: number, limit: number): string {
  const number = new Intl.NumberFormat(lang === 'de' ? 'de-DE' : 'en-GB');
  return count > limit ? `${number.format(limit)}+` : number.format(count);
}

function emptyKey({ filters, counts }: QueueFacts): string {
  if (isNarrowed(filters)) return 'queue:list.emptyFiltered';
  if (counts.all === 0) return 'queue:list.emptyAll';
  return filters.tab === 'open' ? 'queue:list.emptyOpen' : 'queue:list.emptyTab';
}

/** What narrows the list, each with the way to take it off. */
function chipsOf(facts: QueueFacts): Link[] {
  const { filters } = facts;
  const without = (name: keyof Filters): Filters => {
    const { [name]: _taken, ...rest } = filters;
    return rest as Filters;
  };
  const words: Partial<Record<keyof Filters, string>> = {};
  for (const { name, label, options } of fieldsOf(facts)) {
    const chosen = options.find((option) => option.selected && option.value !== '');
    const key = FILTER_OF[name];
    if (chosen && key) words[key] = `${label}: ${chosen.label}`;
  }
  if (filters.search) words.search = facts.t('queue:list.searched', { text: filters.search });
  return Object.entries(words).map(([key, label]) => ({
    label,
    href: withQuery(paths.queue, toQuery(without(key as keyof Filters))),
  }));
}

const FILTER_OF: Record<string, keyof Filters> = {
  event: 'eventId',
  type: 'outletType',
  area: 'workArea',
  assigned: 'assigned',
};

function fieldsOf({ t, lang, filters, events, reviewers, member }: QueueFacts): FilterField[] {
  const field = (name: string, value: string, options: [string, string][]): FilterField => ({
    name,
    label: t(`queue:filters.${name}`),
    options: options.map(([option, label]) => ({ value: option, label, selected: option === value })),
  });
  const all: [string, string] = ['', t('queue:filters.all')];
  return [
    field('event', String(filters.eventId ?? ''), [
      all,
      ...events.map((event): [string, string] => [String(event.id), inLanguage(event.texts.title, lang)]),
    ]),
    field('type', filters.outletType ?? '', [
      all,
      ...OUTLET_TYPES.map((type): [string, string] => [type, t(`labels:outletTypes.${type}`)]),
    ]),
    field('area', filters.workArea ?? '', [
      all,
      ...WORK_AREAS.map((area): [string, string] => [area, t(`labels:workAreas.${area}`)]),
    ]),
    field('assigned', filters.assigned ?? '', [
      all,
      ['me', t('queue:filters.me')],
      ['nobody', t('queue:filters.nobody')],
      ...reviewers
        .filter(({ id }) => id !== member.id)
        .map(({ id, name }): [string, string] => [String(id), name]),
    ]),
    field(
      'sort',
      filters.sort,
      SORTS.map((sort): [string, string] => [sort, t(`queue:sorts.${sort}`)]),
    ),
  ];
}
