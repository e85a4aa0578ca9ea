/** What the filters of the queue offer, and what is counted beside it. */
import { OUTLET_TYPES, WORK_AREAS } from '../accreditation/index.js';
import { type Filters, readFilters, WAITING_DAYS } from './filters.js';

/** The filters whose values stand in a column, by their names in the address. */
export const COLUMN_FILTERS = {
  event: 'eventId',
  type: 'outletType',
  area: 'workArea',
  assigned: 'assigned',
} as const;
export type ColumnFilter = keyof typeof COLUMN_FILTERS;

/** What is counted beside the tabs, each under what it adds to the address: `type=radio`; a view as `view=7`. */
export interface Offered {
  values: Record<ColumnFilter, readonly (string | number)[]>;
  /** Lists with the same search. */
  lists: Record<string, Filters>;
  /** Lists that share nothing with the one on the screen. */
  views: Record<string, Filters>;
}

interface Numbered {
  id: number;
}

export function offeredFor(
  filters: Filters,
  on: { events: readonly Numbered[]; reviewers: readonly Numbered[]; saved: readonly SavedView[] },
): Offered {
  const days = waitingDaysFor(filters).map((waitingDays): [string, Filters] => [
    `waiting=${waitingDays}`,
    { ...filters, waitingDays },
  ]);
  return {
    values: {
      event: on.events.map(({ id }) => id),
      type: OUTLET_TYPES,
      area: WORK_AREAS,
      assigned: on.reviewers.map(({ id }) => id),
    },
    lists: {
      'assigned=nobody': { ...filters, assigned: 'nobody' },
      ...Object.fromEntries(days),
      'answer=yes': { ...filters, hasAnswer: true },
      'late=yes': { ...filters, late: true },
    },
    views: Object.fromEntries(on.saved.map(({ id, query }) => [`view=${id}`, filtersIn(query)])),
  };
}

interface SavedView extends Numbered {
  query: string;
}

const filtersIn = (query: string): Filters => readFilters(Object.fromEntries(new URLSearchParams(query)));

/** An address may name a number that is not offered. */
export const waitingDaysFor = ({ waitingDays: chosen }: Filters): number[] =>
  [...new Set([...WAITING_DAYS, ...(chosen ? [chosen] : [])])].sort((one, other) => one - other);
