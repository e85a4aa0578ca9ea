/** Every SQL statement of the queue. Each state is read in the order of its index, so that a long list costs what a short one does. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import { addDays, parseLocalTime, toDay } from '../platform/dates.js';
import { type Filters, isNarrowed, PARTS, type Part, type Sort, TABS, type Tab } from './filters.js';
import type { QueueItem } from './queue.js';
import { QUEUE_COLUMNS, type QueueRow, toQueueItem } from './queue-rows-repository.js';

/** Counts are exact up to here. */
export const COUNT_LIMIT = 1000;

/** Where a list goes on: behind this request, in front of it, or from the start. */
export interface Place {
  confirmedAt: Date;
  id: number;
}

/** Who looks at the list, and when: `me`, waiting and late are read by it. */
export interface Asker {
  memberId: number;
  /** Business time. */
  now: Date;
}

const NOBODY: Asker = { memberId: 0, now: new Date(0) };

export interface Slice {
  after?: Place | undefined;
  /** Backwards from here: the nearest first. */
  before?: Place | undefined;
  limit: number;
}

export async function listQueue(db: Db, filters: Filters, asker: Asker, slice: Slice): Promise<QueueItem[]> {
  const rows: QueueRow[] = await sliceOf(db, filters, asker, slice, QUEUE_COLUMNS);
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
    const rows = await sliceOf(db, filters, asker, { after, limit: batch }, ['id', 'confirmed_at']);
    if (rows.length > 0) yield rows.map(({ id }) => id);
    const last = rows.at(-1);
    after = rows.length === batch && last ? placeOf(last) : undefined;
  } while (after);
}

function sliceOf<Column extends keyof QueueRow>(
  db: Db,
  filters: Filters,
  asker: Asker,
  slice: Slice,
  columns: readonly Column[],
): Promise<Pick<QueueRow, Column>[]> {
  const order = orderOf(filters.sort, slice.before !== undefined);
  const place = slice.before ?? slice.after;
  const sorted = [
    { column: 'confirmed_at', order },
    { column: 'id', order },
  ];
  const parts = PARTS[filters.tab].map((part) => {
    const rows = partOf(db, part, filters, asker).select([...columns]);
    if (place) from(rows, place, order);
    return nested(db, rows.orderBy(sorted).limit(slice.limit));
  });
  return db
    .select('*')
    .from((db.unionAll(parts) as Knex.QueryBuilder).as('queue'))
    .orderBy(sorted)
    .limit(slice.limit);
}

/** How many requests the filters leave; more than COUNT_LIMIT only says "more". */
export async function countMatching(db: Db, filters: Filters, asker: Asker): Promise<number> {
  const parts = PARTS[filters.tab].map((part) => limited(db, partOf(db, part, filters, asker)));
  return Number((await db.select(db.raw('? as found', [counted(db, parts)])).first())?.found);
}

/** What the tabs say, of one event or of all: one statement, index only. */
export async function countTabs(db: Db, eventId: number | undefined): Promise<Record<Tab, number>> {
  const filters: Filters = { tab: 'all', sort: 'waiting', ...(eventId ? { eventId } : {}) };
  const columns = TABS.map((tab) =>
    db.raw('? as ??', [
      counted(
        db,
        PARTS[tab].map((part) => limited(db, partOf(db, part, filters, NOBODY))),
      ),
      tab,
    ]),
  );
  const row = await db.select(columns).first();
  return Object.fromEntries(TABS.map((tab) => [tab, Number(row?.[tab])])) as Record<Tab, number>;
}

/** Open requests of events whose promised answer date is today or past. */
export async function countDue(db: Db, now: Date): Promise<number> {
  const endOfToday = `${toDay(addDays(now, 1))}T00:00`;
  const midnight = parseLocalTime(endOfToday);
  const events = await db('events')
    .where('answer_by', '<', (midnight.ok ? midnight.date : now).toISOString())
    .select('id');
  let due = 0;
  for (const { id } of events)
    due += await countMatching(db, { tab: 'open', sort: 'waiting', eventId: id }, NOBODY);
  return due;
}

/** Where a request stands; undefined for one that never came into the office. */
export async function findPlace(db: Db, reference: string): Promise<Place | undefined> {
  const row = await db('accreditation_requests')
    .where({ reference: reference.toUpperCase() })
    .whereNotNull('confirmed_at')
    .first('id', 'confirmed_at');
  return row && placeOf(row);
}

const placeOf = (row: { id: number; confirmed_at: string }): Place => ({
  id: row.id,
  confirmedAt: new Date(row.confirmed_at),
});

function partOf(db: Db, part: Part, filters: Filters, asker: Asker): Knex.QueryBuilder {
  const rows = db('accreditation_requests').where({ state: part.state }).whereNotNull('confirmed_at');
  const answers = db('request_history').where({ step: 'answer' }).select('request_id');
  if (part.answered === true) rows.whereIn('id', answers);
  if (part.answered === false) rows.whereNotIn('id', answers);
  if (part.changed) rows.where({ needs_reapproval: true });
  if (filters.eventId) rows.where({ event_id: filters.eventId });
  if (!isNarrowed(filters)) return rows;
  if (filters.outletType) rows.where({ outlet_type: filters.outletType });
  if (filters.workArea) rows.where({ work_area: filters.workArea });
  if (filters.assigned === 'nobody') rows.whereNull('assigned_to');
  else if (filters.assigned)
    rows.where({ assigned_to: filters.assigned === 'me' ? asker.memberId : Number(filters.assigned) });
  if (filters.search) matching(rows, filters.search);
  return rows;
}

function matching(rows: Knex.QueryBuilder, search: string): void {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  rows.where((found) => {
    for (const text of ["first_name || ' ' || last_name", 'outlet_name', 'reference'])
      found.orWhereRaw(`lower(${text}) like ? escape '\\'`, [pattern]);
  });
}

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
const nested = (db: Db, rows: Knex.QueryBuilder) => db.select('*').from(rows.as('part'));

const limited = (db: Db, rows: Knex.QueryBuilder) =>
  nested(db, rows.select(db.raw('1 as one')).limit(COUNT_LIMIT + 1));

const counted = (db: Db, parts: Knex.QueryBuilder[]) =>
  db.count('*').from(
    nested(db, db.unionAll(parts) as Knex.QueryBuilder)
      .limit(COUNT_LIMIT + 1)
      .as('found'),
  );
