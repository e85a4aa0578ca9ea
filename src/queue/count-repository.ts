/** How many requests a list holds: exact up to a thousand, and no dearer beyond. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import { type Filters, PARTS, type Part, partsOf, TABS, type Tab } from './filters.js';
import { type Asker, foundWith, piecesWith, REQUESTS } from './narrow-repository.js';

/** Counts are exact up to here. */
export const COUNT_LIMIT = 1000;

/** How many requests the filters leave; more than COUNT_LIMIT only says "more". */
export async function countMatching(db: Db, filters: Filters, asker: Asker): Promise<number> {
  const counted = await readCounts(db, [oneCount(db, 'list', countOf(db, filters, asker))]);
  return counted.get('list') ?? 0;
}

/** What the tabs say with all other filters as they are: one statement. */
export async function countTabs(db: Db, filters: Filters, asker: Asker): Promise<Record<Tab, number>> {
  const found = foundTable(db, filters, asker);
  return tabsFrom(await readCounts(db, tabCounts(db, filters, asker), found), filters);
}

/** What the words of a search match, read once as a table of this name; all other filters are told apart there. */
export const FOUND = 'found_requests';
const FACTS = [
  'id',
  'state',
  'confirmed_at',
  'event_id',
  'outlet_type',
  'work_area',
  'assigned_to',
  'answered',
  'needs_reapproval',
];
export type Tables = Record<string, Knex.QueryBuilder>;

export const sourceOf = ({ search }: Filters): string => (search ? FOUND : REQUESTS);

export function foundTable(db: Db, { search }: Filters, asker: Asker): Tables {
  if (!search) return {};
  return { [FOUND]: foundWith(db, { tab: 'all', sort: 'waiting', search }, asker, PARTS.all).select(FACTS) };
}

/** Rows of `name` and `count`, several in one statement. */
export async function readCounts(
  db: Db,
  counts: readonly Knex.QueryBuilder[],
  tables: Tables = {},
): Promise<Map<string, number>> {
  const statement = db.queryBuilder();
  for (const [name, rows] of Object.entries(tables)) statement.withMaterialized(name, rows);
  const read: { name: string; count: number | string }[] = await statement.unionAll([...counts]);
  return new Map(read.map(({ name, count }) => [name, Number(count)]));
}

export const oneCount = (db: Db, name: string, count: Knex.QueryBuilder): Knex.QueryBuilder =>
  db.select(db.raw('cast(? as text) as name', [name]), db.raw('(?) as count', [count]));

/** Counts to just behind the limit. */
export function upTo(db: Db, limit: number, rows: Knex.QueryBuilder[]): Knex.QueryBuilder {
  if (rows.length === 0) return db.select(db.raw('0 as count'));
  const ones = rows.map((some) => some.select(db.raw('1 as one')));
  const all = db.select('*').from((db.unionAll(ones) as Knex.QueryBuilder).as('ones'));
  return db.count('* as count').from(all.limit(limit + 1).as('counted'));
}

export function countOf(db: Db, filters: Filters, asker: Asker): Knex.QueryBuilder {
  if (filters.search && partsOf(filters).length > 0)
    return upTo(db, COUNT_LIMIT, [foundWith(db, filters, asker)]);
  return upTo(db, COUNT_LIMIT, piecesWith(db, filters, asker));
}

const nameOf = ({ state, answered, changed }: Part): string =>
  `tab ${state} ${answered ?? ''} ${changed ?? ''}`;

/** Each part once, though several tabs hold it. */
export function tabCounts(db: Db, filters: Filters, asker: Asker): Knex.QueryBuilder[] {
  return partsOf({ ...filters, tab: 'all' }).map((part) =>
    oneCount(
      db,
      nameOf(part),
      upTo(db, COUNT_LIMIT, piecesWith(db, filters, asker, sourceOf(filters), [part])),
    ),
  );
}

export function tabsFrom(counted: Map<string, number>, filters: Filters): Record<Tab, number> {
  const sum = (tab: Tab) =>
    partsOf({ ...filters, tab }).reduce((total, part) => total + (counted.get(nameOf(part)) ?? 0), 0);
  return Object.fromEntries(TABS.map((tab) => [tab, sum(tab)])) as Record<Tab, number>;
}
