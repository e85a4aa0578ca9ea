/** Which requests a list shows and in which order: the tabs by state, and the filters that stand in the address. */
import {
  APPROVED,
  OPEN,
  OUTLET_TYPES,
  type OutletType,
  STATES,
  type State,
  WORK_AREAS,
  type WorkArea,
} from '../accreditation/index.js';

export const TABS = [
  'open',
  'received',
  'in_review',
  'answered',
  'info_requested',
  'changed',
  'approved',
  'waitlisted',
  'rejected',
  'all',
] as const;
export type Tab = (typeof TABS)[number];

/** A part of the list that one index reads in order. */
export interface Part {
  state: State;
  /** Only with, or only without, an answer to a further enquiry. */
  answered?: boolean;
  /** Only approvals that are to be decided anew because the applicant changed them. */
  changed?: true;
}

const part = (state: State): Part => ({ state });
const CHANGED: Part[] = APPROVED.map((state) => ({ state, changed: true }));

/** A request whose address is not confirmed is no business of the office yet. */
const IN_THE_OFFICE = STATES.filter((state) => state !== 'unconfirmed' && state !== 'expired');

export const PARTS: Record<Tab, readonly Part[]> = {
  open: [...OPEN.map(part), ...CHANGED],
  received: [part('received')],
  in_review: [{ state: 'in_review', answered: false }],
  answered: [{ state: 'in_review', answered: true }],
  info_requested: [part('info_requested')],
  changed: CHANGED,
  approved: APPROVED.map(part),
  waitlisted: [part('waitlisted')],
  rejected: [part('rejected'), part('revoked')],
  all: IN_THE_OFFICE.map(part),
};

export const SORTS = ['waiting', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

export interface Filters {
  tab: Tab;
  sort: Sort;
  eventId?: number;
  outletType?: OutletType;
  workArea?: WorkArea;
  /** The number of a member, `me`, or `nobody`. */
  assigned?: string;
  search?: string;
}

/** Reads an address; what it does not understand it leaves out. */
export function readFilters(query: Record<string, unknown>): Filters {
  const filters: Filters = {
    tab: oneOf(TABS, query.tab) ?? 'open',
    sort: oneOf(SORTS, query.sort) ?? 'waiting',
  };
  const eventId = Number(query.event);
  if (Number.isSafeInteger(eventId) && eventId > 0) filters.eventId = eventId;
  const outletType = oneOf(OUTLET_TYPES, query.type);
  if (outletType) filters.outletType = outletType;
  const workArea = oneOf(WORK_AREAS, query.area);
  if (workArea) filters.workArea = workArea;
  if (/^(me|nobody|\d{1,9})$/.test(String(query.assigned ?? ''))) filters.assigned = String(query.assigned);
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : '';
  if (search) filters.search = search;
  return filters;
}

/** The same as an address; what is usual is not written. */
export function toQuery(filters: Filters): string {
  const pairs: [string, string | number | undefined][] = [
    ['tab', filters.tab === 'open' ? undefined : filters.tab],
    ['event', filters.eventId],
    ['type', filters.outletType],
    ['area', filters.workArea],
    ['assigned', filters.assigned],
    ['q', filters.search],
    ['sort', filters.sort === 'waiting' ? undefined : filters.sort],
  ];
  return new URLSearchParams(
    pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
}

/** True when something other than tab and order narrows the list. */
export function isNarrowed({ eventId, outletType, workArea, assigned, search }: Filters): boolean {
  return [eventId, outletType, workArea, assigned, search].some((value) => value !== undefined);
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}
