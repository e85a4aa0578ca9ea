/** What stands around one request in a list, and the how-manieth it is: one statement. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import { COUNT_LIMIT, countOf, upTo } from './count-repository.js';
import type { Filters } from './filters.js';
import { type Asker, piecesWith } from './narrow-repository.js';
import { type Place, partsBeyond, sliceOf } from './queue-repository.js';

export interface Surroundings {
  previous: string | undefined;
  next: string | undefined;
  /** How many stand before it, and in the whole list; more than COUNT_LIMIT only says "more". */
  before: number;
  found: number;
  /** False once it has left the list, for instance by a decision. */
  stands: boolean;
}

export async function findSurroundings(
  db: Db,
  filters: Filters,
  asker: Asker,
  place: Place,
): Promise<Surroundings> {
  const near = (slice: Partial<Record<'before' | 'after', Place>>) =>
    sliceOf(db, filters, asker, { ...slice, limit: 1 }, ['reference', 'id', 'confirmed_at']);
  const sides = { previous: near({ before: place }), next: near({ after: place }) };
  const before = partsBeyond(db, filters, asker, { place, backwards: true }).map(({ rows }) => rows);
  const counts = {
    before: upTo(db, COUNT_LIMIT, before),
    found: countOf(db, filters, asker),
    stands: upTo(
      db,
      1,
      piecesWith(db, filters, asker).map((rows) => rows.where({ id: place.id })),
    ),
  };
  const rows: { what: string; reference: string | null; count: number | string }[] = await db.unionAll([
    ...Object.entries(sides).flatMap(([side, row]) => (row ? [neighbour(db, side, row)] : [])),
    ...Object.entries(counts).map(([what, count]) =>
      db.select(db.raw(`'${what}' as what, cast(null as text) as reference, (?) as count`, [count])),
    ),
  ]);
  const of = (what: string) => rows.find((row) => row.what === what);
  return {
    previous: of('previous')?.reference ?? undefined,
    next: of('next')?.reference ?? undefined,
    before: Number(of('before')?.count),
    found: Number(of('found')?.count),
    stands: Number(of('stands')?.count) > 0,
  };
}

const neighbour = (db: Db, side: string, row: Knex.QueryBuilder) =>
  db
    .select(db.raw(`'${side}' as what, cast(reference as text) as reference, 0 as count`))
    .from(row.as('near'));
