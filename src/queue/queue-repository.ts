/** Every SQL statement of the queue. Each state is read in the order of its index, so that a long list costs what a short one does. */
import type { Knex } from 'knex';
import type { State } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import { type Filters, partsOf, type Sort, standsFirst } from './filters.js';
import { type Asker, foundWith, partsWith } from './narrow-repository.js';
import type { QueueItem } from './queue.js';
import { QUEUE_COLUMNS, type QueueRow, toQueueItem } from './queue-rows-repository.js';

/** Where a list goes on: behind this request, in front of it, or from the start. */
export interface Place {
  confirmedAt: Date;
  id: number;
  /** Its answer to a further enquiry waits: it stands before all others, until it is decided. */
  first: boolean;
}

export interface Slice {
  after?: Place | undefined;
  /** Backwards from here: the nearest first. */
  before?: Place | undefined;
  limit: number;
}

export async function listQueue(db: Db, filters: Filters, asker: Asker, slice: Slice): Promise<QueueItem[]> {
  const rows: QueueRow[] = (await sliceOf(db, filters, asker, slice, QUEUE_COLUMNS)) ?? [];
  return rows.map(toQueueItem);
}

/**
 * Walks the numbers of all requests that match, in batches and in the order of the list. Holds no cursor: what changes
 * its state meanwhile neither stops the walk nor makes it skip another one.
 */
export async function* walkMatching(
  db: Db,
  filters: Filters,
  asker: Asker,
  batch = 500,
): AsyncGenerator<number[]> {
  let after: Place | undefined;
  do {
    const rows: PlaceRow[] =
      (await sliceOf(db, filters, asker, { after, limit: batch }, PLACE_COLUMNS)) ?? [];
    if (rows.length > 0) yield rows.map(({ id }) => id);
    const last = rows.at(-1);
    after = rows.length === batch && last ? placeOf(last) : undefined;
  } while (after);
}

/** In the order of the list; undefined where the filters leave nothing to look for. */
export function sliceOf(
  db: Db,
  filters: Filters,
  asker: Asker,
  slice: Slice,
  columns: readonly (keyof QueueRow)[],
): Knex.QueryBuilder | undefined {
  const backwards = slice.before !== undefined;
  const order = orderOf(filters.sort, backwards);
  const place = slice.before ?? slice.after;
  const sorted = [
    { column: 'confirmed_at', order },
    { column: 'id', order },
  ];
  const cut = (rows: Knex.QueryBuilder): Knex.QueryBuilder =>
    rows
      .select([...columns])
      .orderBy(sorted)
      .limit(slice.limit);
  const parts = partsBeyond(db, filters, asker, { place, backwards });
  if (parts.length === 0) return undefined;
  if (filters.search) return cut(parts[0]!.rows);
  const queries = parts.map(({ rows, rank }) => nested(db, cut(rows), rank));
  return db
    .select('*')
    .from((db.unionAll(queries) as Knex.QueryBuilder).as('queue'))
    .orderBy([{ column: 'part_rank', order: backwards ? 'desc' : 'asc' }, ...sorted])
    .limit(slice.limit);
}

/** What of the list lies behind a place or in front of it, in parts and in no order yet. */
export function partsBeyond(
  db: Db,
  filters: Filters,
  asker: Asker,
  { place, backwards }: { place: Place | undefined; backwards: boolean },
): { rows: Knex.QueryBuilder; rank: number }[] {
  const order = orderOf(filters.sort, backwards);
  const here = place && rankOf(filters, place.first);
  const parts = partsOf(filters);
  if (parts.length === 0) return [];
  if (filters.search) {
    const rows = foundWith(db, filters, asker);
    if (place) from(rows, place, order);
    return [{ rows, rank: 1 }];
  }
  return parts.flatMap((part) => {
    const rank = rankOf(filters, standsFirst(part));
    if (here !== undefined && (backwards ? rank > here : rank < here)) return [];
    const [rows] = partsWith(db, filters, asker, [part]);
    if (place && rank === here) from(rows!, place, order);
    return [{ rows: rows!, rank }];
  });
}

/** Parts of the list stand one behind the other by rank; only where the longest wait counts. */
const rankOf = ({ sort }: Filters, first: boolean): number => (sort === 'waiting' && first ? 0 : 1);

const PLACE_COLUMNS = ['id', 'confirmed_at', 'state', 'answered'] as const;
type PlaceRow = Pick<QueueRow, (typeof PLACE_COLUMNS)[number]>;

/** Where a request stands; undefined for one that never came into the office. */
export async function findPlace(db: Db, reference: string): Promise<Place | undefined> {
  const row = await db('accreditation_requests')
    .where({ reference: reference.toUpperCase() })
    .whereNotNull('confirmed_at')
    .first([...PLACE_COLUMNS]);
  return row && placeOf(row);
}

const placeOf = (row: PlaceRow): Place => ({
  id: row.id,
  confirmedAt: new Date(row.confirmed_at),
  first: standsFirst({ state: row.state as State, answered: Boolean(row.answered) }),
});

const orderOf = (sort: Sort, backwards: boolean): 'asc' | 'desc' =>
  (sort === 'waiting') === backwards ? 'desc' : 'asc';

/** The first condition alone lets the index start at the right place. */
function from(rows: Knex.QueryBuilder, { confirmedAt, id }: Place, order: 'asc' | 'desc'): void {
  const at = confirmedAt.toISOString();
  const beyond = order === 'asc' ? '>' : '<';
  rows
    .where('confirmed_at', `${beyond}=`, at)
    .where((next) =>
      next
        .where('confirmed_at', beyond, at)
        .orWhere((same) => same.where({ confirmed_at: at }).where('id', beyond, id)),
    );
}

/** A limit inside a union needs a query of its own around it on SQLite. */
const nested = (db: Db, rows: Knex.QueryBuilder, rank: number) =>
  db.select('*', db.raw(`${rank} as part_rank`)).from(rows.as('part'));
