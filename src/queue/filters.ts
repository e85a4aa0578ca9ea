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

/** A part of the list that one index reads in order. No two parts share a request. */
export interface Part {
  state: State;
  /** Only with, or only without, an answer to a further enquiry. */
  answered?: boolean;
  /** Only approvals that are, or only those that are not, to be decided anew because the applicant changed them. */
  changed?: boolean;
}

const part = (state: State): Part => ({ state });
const CHANGED: Part[] = APPROVED.map((state) => ({ state, changed: true }));
const SETTLED: Part[] = APPROVED.map((state) => ({ state, changed: false }));
const IN_REVIEW: Record<'new' | 'answered', Part> = {
  new: { state: 'in_review', answered: false },
  answered: { state: 'in_review', answered: true },
};
/** `in_review` in its two parts, so that each is counted once for all tabs. */
const UNDECIDED: Part[] = OPEN.flatMap((state) =>
  state === 'in_review' ? Object.values(IN_REVIEW) : [part(state)],
);

/** A request whose address is not confirmed is no business of the office yet. */
const IN_THE_OFFICE = STATES.filter((state) => state !== 'unconfirmed' && state !== 'expired');
const ENDED = IN_THE_OFFICE.filter((state) => !OPEN.includes(state) && !APPROVED.includes(state));

export const PARTS: Record<Tab, readonly Part[]> = {
  open: [...UNDECIDED, ...CHANGED],
  received: [part('received')],
  in_review: [IN_REVIEW.new],
  answered: [IN_REVIEW.answered],
  info_requested: [part('info_requested')],
  changed: CHANGED,
  approved: [...SETTLED, ...CHANGED],
  waitlisted: [part('waitlisted')],
  rejected: [part('rejected'), part('revoked')],
  all: [...UNDECIDED, ...CHANGED, ...SETTLED, ...ENDED.map(part)],
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
  /** Waiting for a decision for more than so many days. */
  waitingDays?: number;
  /** Only where the applicant has answered a further enquiry. */
  hasAnswer?: true;
  /** Only undecided ones whose promised answer date is past. */
  late?: true;
}

/** What an applicant has answered comes first: somebody waits for us again. */
export const standsFirst = ({ state, answered }: Part): boolean => state === 'in_review' && answered === true;

/** The days offered; an address may name another number. */
export const WAITING_DAYS = [1, 2, 3, 7, 14] as const;

/** What is left of a tab: only what is still to be decided can wait or be late. */
export function partsOf({ tab, waitingDays, late, hasAnswer }: Filters): Part[] {
  const waits = waitingDays !== undefined || late === true;
  return PARTS[tab]
    .filter((one) => !waits || OPEN.includes(one.state) || one.changed === true)
    .filter(({ answered }) => !hasAnswer || answered !== false)
    .map((one) => (hasAnswer ? { ...one, answered: true } : one));
}

/** Several states in one: parts joined. */
export interface Piece extends Omit<Part, 'state'> {
  states: State[];
}

/** The same requests in as few pieces as can be, for counting them, where no order is asked for. */
export function joinParts(parts: readonly Part[]): Piece[] {
  const pieces = new Map<string, Piece>();
  for (const { state, ...half } of parts) {
    const twins = parts.filter((one) => one.state === state);
    // What two parts of a state differ in is whole in both together.
    const kind = Object.entries(half).filter(([name, value]) =>
      twins.every((twin) => twin[name as keyof Part] === value),
    );
    const piece = pieces.get(JSON.stringify(kind)) ?? { ...Object.fromEntries(kind), states: [] };
    if (!piece.states.includes(state)) piece.states.push(state);
    pieces.set(JSON.stringify(kind), piece);
  }
  return [...pieces.values()];
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
  if (/^[1-9]\d{0,2}$/.test(String(query.waiting ?? ''))) filters.waitingDays = Number(query.waiting);
  if (query.answer === 'yes') filters.hasAnswer = true;
  if (query.late === 'yes') filters.late = true;
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
    ['waiting', filters.waitingDays],
    ['answer', filters.hasAnswer && 'yes'],
    ['late', filters.late && 'yes'],
    ['q', filters.search],
    ['sort', filters.sort === 'waiting' ? undefined : filters.sort],
  ];
  return new URLSearchParams(
    pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
}

/** True when something other than tab and order narrows the list. */
export function isNarrowed({ tab, sort, ...narrowing }: Filters): boolean {
  return Object.values(narrowing).some((value) => value !== undefined);
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}
