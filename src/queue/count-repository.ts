/** How many requests a list holds: exact up to a thousand, and no dearer beyond. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import { type Filters, type Part, partsOf, TABS, type Tab } from './filters.js';
import { type Asker, foundWith, partsWith } from './narrow-repository.js';

/** Counts are exact up to here. */
export const COUNT_LIMIT = 1000;

/** How many requests the filters leave; more than COUNT_LIMIT only says "more". */
export async function countMatching(db: Db, filters: Filters, asker: Asker): Promise<number> {
  return sumOf(await countParts(db, filters, asker, partsOf(filters)), partsOf(filters));
}

/** What the tabs say with all other filters as they are: one statement. */
export async function countTabs(db: Db, filters: Filters, asker: Asker): Promise<Record<Tab, number>> {
  const found = await countParts(db, filters, asker, partsOf({ ...filters, tab: 'all' }));
  const counts = TABS.map((tab) => [tab, sumOf(found, partsOf({ ...filters, tab }))]);
  return Object.fromEntries(counts) as Record<Tab, number>;
}

const keyOf = ({ state, answered, changed }: Part): string => JSON.stringify([state, answered, changed]);

const sumOf = (found: Map<string, number>, parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + (found.get(keyOf(part)) ?? 0), 0);

async function countParts(
  db: Db,
  filters: Filters,
  asker: Asker,
  parts: readonly Part[],
): Promise<Map<string, number>> {
  if (parts.length === 0) return new Map();
  if (filters.search) return countFound(db, filters, asker, parts);
  const columns = parts.map((part, at) => {
    const [rows] = partsWith(db, filters, asker, [part]);
    return db.raw('? as ??', [counted(db, rows!), `part_${at}`]);
  });
  const row = await db.select(columns).first();
  return new Map(parts.map((part, at) => [keyOf(part), Number(row?.[`part_${at}`])]));
}

/** What was found is little: it is read once and told apart. */
async function countFound(
  db: Db,
  filters: Filters,
  asker: Asker,
  parts: readonly Part[],
): Promise<Map<string, number>> {
  const groups: { state: string; answered: unknown; needs_reapproval: unknown; count: unknown }[] =
    await foundWith(db, filters, asker, parts)
      .groupBy('state', 'answered', 'needs_reapproval')
      .select('state', 'answered', 'needs_reapproval', db.raw('count(*) as count'));
  const isIn = (group: (typeof groups)[number], { state, answered, changed }: Part) =>
    group.state === state &&
    (answered === undefined || Boolean(group.answered) === answered) &&
    (changed === undefined || Boolean(group.needs_reapproval) === changed);
  return new Map(
    parts.map((part) => {
      const own = groups.filter((group) => isIn(group, part));
      return [keyOf(part), own.reduce((sum, { count }) => sum + Number(count), 0)];
    }),
  );
}

const counted = (db: Db, rows: Knex.QueryBuilder) =>
  db.count('*').from(
    rows
      .select(db.raw('1 as one'))
      .limit(COUNT_LIMIT + 1)
      .as('found'),
  );
