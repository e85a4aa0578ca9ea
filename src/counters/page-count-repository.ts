/** Every SQL statement about counts. */
import type { Db } from '../platform/database.js';
import type { CountKind, DayCount, PathCount } from './counted.js';
import type { Counted } from './counting.js';

const BATCH = 100;

/** Adds to what is there; several processes may do so at once. */
export async function addCounts(db: Db, counted: readonly Counted[]): Promise<void> {
  // In one order, so that two processes never wait for each other.
  const rows = [...counted].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (let from = 0; from < rows.length; from += BATCH)
    await db('counts')
      .insert(rows.slice(from, from + BATCH))
      .onConflict(['day', 'kind', 'path'])
      .merge({ number: db.raw('counts.number + excluded.number') });
}

const keyOf = ({ day, kind, path }: Counted): string => `${day} ${kind} ${path}`;

/** From this day on; days without any are left out. */
export async function listDayCounts(db: Db, from: string): Promise<DayCount[]> {
  const rows: DayCount[] = await db('counts')
    .where('day', '>=', from)
    .groupBy('day', 'kind')
    .orderBy(['day', 'kind'])
    .select('day', 'kind')
    .sum({ number: 'number' });
  // PostgreSQL hands out sums as texts.
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}

/** The most asked for since this day. */
export async function listMostCounted(
  db: Db,
  kind: CountKind,
  from: string,
  limit: number,
): Promise<PathCount[]> {
  const rows: PathCount[] = await db('counts')
    .where('day', '>=', from)
    .where({ kind })
    .groupBy('path')
    .orderBy([{ column: 'number', order: 'desc' }, 'path'])
    .limit(limit)
    .select('path')
    .sum({ number: 'number' });
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}
