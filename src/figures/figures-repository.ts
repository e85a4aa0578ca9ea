/** Every SQL statement that reads the figures: a few sums, however many requests they were counted from. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import type { DayTotal, Scope, Total } from './tally.js';

export async function listTotals(db: Db, scope: Scope): Promise<Total[]> {
  const rows = await within(db, scope)
    .groupBy('measure', 'dimension', 'value', 'minutes')
    .select('measure', 'dimension', 'value', 'minutes')
    .max('day as last')
    .sum('amount as amount');
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

/** From the first day on. */
export async function listDays(db: Db, scope: Scope, from: string): Promise<DayTotal[]> {
  const rows = await within(db, scope)
    .whereIn('measure', ['requested', 'decided'])
    .where('day', '>=', from)
    .groupBy('measure', 'dimension', 'value', 'day')
    .select('measure', 'dimension', 'value', 'day')
    .sum('amount as amount');
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

function within(db: Db, { eventId }: Scope): Knex.QueryBuilder {
  const rows = db('daily_figures');
  return eventId === undefined ? rows : rows.where({ event_id: eventId });
}
