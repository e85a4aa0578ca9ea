/** The page model of the queue: tabs, filters, rows and the way on. */
import type { Event } from '../events/index.js';
import type { Related } from '../hints/index.js';
import { type Message, type Translate, translateMessage } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import type { SavedFilter } from '../search/index.js';
import type { Member } from '../staff/index.js';
import { chipsOf, type FilterField, fieldsOf, type Link } from './filter-fields-page.js';
import { type Filters, isNarrowed, TABS, type Tab, toQuery } from './filters.js';
import { countWords } from './numbers-page.js';
import { paths, withQuery } from './paths.js';
import { type Picking, pickingOf } from './picking-page.js';
import type { QueueItem } from './queue.js';
import { type QueueRowView, rowView } from './queue-row-page.js';
import { type SavedFilters, savedFilters } from './saved-filters-page.js';

export interface QueueFacts {
  t: Translate;
  lang: Lang;
  now: Date;
  member: Member;
  filters: Filters;
  counts: Record<Tab, number>;
  /** What stands beside the values of the filters and the saved views, by what each adds to the address. */
  offered: ReadonlyMap<string, number>;
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
  present: Map<number, number>;
  undo?: UndoBar | undefined;
  /** What the address asks to have ticked. */
  choose: unknown;
  saved: SavedFilter[];
  /** A name for these filters that was not taken, and why. */
  refusedName?: { name: string; message: Message } | undefined;
  /** Why nothing can be done with what was ticked. */
  refusedTicks?: Message | undefined;
}

/** The bar after a decision, with the way back; what it says is handed in, because the queue knows no decisions. */
export interface UndoBar {
  title: string;
  text: string;
  button: string;
  /** The number of the letter: nobody takes back a decision they did not see. */
  letter: string;
  action: string;
}

export interface QueuePage extends Page {
  tabs: (Link & { count: string; current: boolean })[];
  tab: Tab;
  search: string;
  filters: FilterField[];
  chips: Link[];
  saved: SavedFilters;
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
  /** At the first tick. */
  ticksError: string;
}

export function queuePage(facts: QueueFacts): QueuePage {
  const { t, lang, filters, counts, items } = facts;
  const address = (changed: Filters) => withQuery(paths.queue, toQuery(changed));
  const number = (count: number) => countWords(lang, count, facts.countLimit);
  const last = items.at(-1);
  const chips = chipsOf(facts);
  const saved = savedFilters(facts);
  const ticksError = facts.refusedTicks ? translateMessage(t, facts.refusedTicks) : '';
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
    chips,
    saved,
    errors: [
      ...(saved.field.error ? [{ field: saved.field.name, message: saved.field.error }] : []),
      ...(ticksError ? [{ field: 'ticks', message: ticksError }] : []),
    ],
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
    ticksError,
  };
}

function emptyKey({ filters, counts }: QueueFacts): string {
  if (isNarrowed(filters)) return 'queue:list.emptyFiltered';
  if (counts.all === 0) return 'queue:list.emptyAll';
  return filters.tab === 'open' ? 'queue:list.emptyOpen' : 'queue:list.emptyTab';
}
