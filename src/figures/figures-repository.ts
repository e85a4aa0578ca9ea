/** Every SQL statement that reads the figures: a few sums, however many requests they were counted from. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import type { DayTotal, Scope, Total } from './tally.js';

interface SumRow extends Omit<Total, 'amount'> {
  /** Empty: the sum of all days. */
  day: string;
  amount: number | string;
}

/** Sums of all time, and those of each day from the first one on: one statement, because pages may ask few. */
export async function listTotals(
  db: Db,
  scope: Scope,
  from: string,
): Promise<{ totals: Total[]; days: DayTotal[] }> {
  const all = within(db, scope)
    .groupBy('measure', 'dimension', 'value', 'minutes')
    .select('measure', 'dimension', 'value', 'minutes', db.raw("'' as day"))
    .max('day as last')
    .sum('amount as amount');
  // Knex writes what belongs to the first part behind the second one, unless both stand in a query around them.
  const both = db.unionAll(
    [all, daily(db, scope, from)].map((part, at) => db.select('*').from(part.as(`p${at}`))),
  );
  const rows: SumRow[] = await both;
  const sums = rows.map((row) => ({ ...row, amount: Number(row.amount) }));
  return { totals: sums.filter(({ day }) => day === ''), days: sums.filter(({ day }) => day !== '') };
}

/** From the first day on. */
export async function listDays(db: Db, scope: Scope, from: string): Promise<DayTotal[]> {
  const rows: SumRow[] = await daily(db, scope, from);
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

function daily(db: Db, scope: Scope, from: string): Knex.QueryBuilder {
  return within(db, scope)
    .whereIn('measure', ['requested', 'decided'])
    .where('day', '>=', from)
    .groupBy('measure', 'dimension', 'value', 'day')
    .select('measure', 'dimension', 'value', db.raw('0 as minutes'), 'day')
    .max('day as last')
    .sum('amount as amount');
}

function within(db: Db, { eventId }: Scope): Knex.QueryBuilder {
  const rows = db('daily_figures');
  return eventId === undefined ? rows : rows.where({ event_id: eventId });
}
