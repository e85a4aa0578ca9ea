/**
 * What the queue counts around its list, in one statement: the tabs, each value that a filter offers with all other
 * filters as they are, and the saved views.
 */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import {
  COUNT_LIMIT,
  countOf,
  foundTable,
  oneCount,
  readCounts,
  sourceOf,
  type Tables,
  tabCounts,
  tabsFrom,
  upTo,
} from './count-repository.js';
import { type Filters, isNarrowed, type Tab } from './filters.js';
import { type Asker, piecesWith } from './narrow-repository.js';
import { COLUMN_FILTERS, type ColumnFilter, type Offered } from './options.js';

const COLUMNS = {
  event: { column: 'event_id', type: 'integer' },
  type: { column: 'outlet_type', type: 'text' },
  area: { column: 'work_area', type: 'text' },
  assigned: { column: 'assigned_to', type: 'integer' },
} as const satisfies Record<ColumnFilter, unknown>;

export interface Counts {
  tabs: Record<Tab, number>;
  /** What is not in it is none. */
  offered: ReadonlyMap<string, number>;
}

/** A list up to this long is read once and told apart; of a longer one, each value is counted by itself. */
const SHORT = 10 * COUNT_LIMIT;

/** `short` is for tests of both ways. */
export async function countAround(
  db: Db,
  filters: Filters,
  asker: Asker,
  { values, lists, views }: Offered,
  short = SHORT,
): Promise<Counts> {
  const tables = foundTable(db, filters, asker);
  const source = sourceOf(filters);
  const counted = await readCounts(
    db,
    [
      ...tabCounts(db, filters, asker),
      ...Object.entries(lists).map(([name, list]) =>
        oneCount(db, name, upTo(db, COUNT_LIMIT, piecesWith(db, list, asker, source))),
      ),
      ...Object.entries(views).map(([name, view]) => oneCount(db, name, countOf(db, view, asker))),
      ...Object.entries(values).flatMap(([name, offered]) => {
        const { column, type } = COLUMNS[name as ColumnFilter];
        const { [COLUMN_FILTERS[name as ColumnFilter]]: own, ...others } = filters;
        // All filters that are not set share one list.
        const list = own === undefined ? 'list' : `list_${column}`;
        const rows = () => piecesWith(db, others, asker, source);
        // An index has the values of a whole tab; with what a search has found none helps.
        const whole = isNarrowed(others) ? short : undefined;
        const longest = filters.search ? Number.MAX_SAFE_INTEGER : whole;
        return valueCounts(db, tables, { name, column, type, offered, list, rows, short: longest });
      }),
    ],
    tables,
  );
  return { tabs: tabsFrom(counted, filters), offered: counted };
}

interface Values {
  name: string;
  column: string;
  type: string;
  offered: readonly (string | number)[];
  /** What is left without this filter, and under which name it is read. */
  list: string;
  rows: () => Knex.QueryBuilder[];
  /** Up to which length it is read once; undefined where that is never worth it. */
  short: number | undefined;
}

/** Two ways to the same counts: the length of the list decides, and the way not taken costs nothing. */
function valueCounts(db: Db, tables: Tables, facts: Values): Knex.QueryBuilder[] {
  const { name, column, type, offered, list, rows, short } = facts;
  if (offered.length === 0 || rows().length === 0) return [];
  const called = db.raw(`cast(? as text) || cast(value as text) as name`, [`${name}=`]);
  const values = allOf(
    db,
    offered.map((value) => db.select(db.raw(`cast(? as ${type}) as value`, [value]))),
  );
  const own = rows().map((some) => some.whereRaw('?? = offered.value', [column]));
  const each = db
    .select(called, db.raw('(?) as count', [upTo(db, COUNT_LIMIT, own)]))
    .from(values.as('offered'));
  if (short === undefined) return [each];
  const [length, tallied] = [`${list}_length`, `${list}_tallied`];
  const isLong = (sign: '<=' | '>') => db.raw(`(select count from ??) ${sign} ?`, [length, short]);
  tables[length] ??= upTo(db, short, rows());
  tables[tallied] ??= tallyOf(
    db,
    rows().map((some) => some.where(isLong('<='))),
  );
  const tally = db.from(tallied).groupBy(column).select({ value: column }).sum('count as count');
  return [db.select(called, 'count').from(tally.as('tally')).whereNotNull('value'), each.where(isLong('>'))];
}

/** How many there are of each that is alike in all columns: few lines, from which each column is summed up. */
function tallyOf(db: Db, rows: Knex.QueryBuilder[]): Knex.QueryBuilder {
  const columns = Object.values(COLUMNS).map(({ column }) => column);
  const all = allOf(
    db,
    rows.map((some) => some.select(columns)),
  );
  return db.from(all.as('list')).groupBy(columns).select(columns).count('* as count');
}

const allOf = (db: Db, queries: Knex.QueryBuilder[]) => db.unionAll(queries) as Knex.QueryBuilder;
