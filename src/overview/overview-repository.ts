/** What waits for a hand, counted in one statement, and the request that waits longest. */
import type { Knex } from 'knex';
import { APPROVED, OPEN, type State } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import type { Oldest, Promised, TaskCounts } from './task.js';

export interface Scoped extends Promised {
  eventId: number | undefined;
  now: Date;
  /** Counting ends above this. */
  limit: number;
}

export async function countTasks(db: Db, scoped: Scoped): Promise<TaskCounts> {
  const tasks: Record<keyof TaskCounts, Knex.QueryBuilder[]> = {
    late: undecided(db, scoped.late),
    due: undecided(db, scoped.due),
    overdue: [inState(db, scoped, 'info_requested').where('enquiry_due_at', '<', scoped.now.toISOString())],
    unassigned: [inState(db, scoped, 'received').whereNull('assigned_to')],
  };
  const columns = Object.entries(tasks).map(([name, parts]) =>
    db.raw('? as ??', [counted(db, parts, scoped.limit), name]),
  );
  const row = await db.select(columns).first();
  return {
    late: Number(row?.late),
    due: Number(row?.due),
    overdue: Number(row?.overdue),
    unassigned: Number(row?.unassigned),
  };
}

/** Whoever is on the waiting list knows where they stand, so the oldest is one that nobody decided in any way. */
export async function findOldest(db: Db, scoped: Pick<Scoped, 'eventId'>): Promise<Oldest | undefined> {
  const parts = OPEN.filter((state) => state !== 'waitlisted').map((state) =>
    nested(
      db,
      inState(db, scoped, state)
        .select(['id', 'reference', 'event_id', 'state', 'needs_reapproval', 'confirmed_at'])
        .select(['first_name', 'last_name'])
        .orderBy(['confirmed_at', 'id'])
        .limit(1),
    ),
  );
  const row = await db
    .select('*')
    .from((db.unionAll(parts) as Knex.QueryBuilder).as('oldest'))
    .orderBy(['confirmed_at', 'id'])
    .first();
  return (
    row && {
      reference: row.reference,
      eventId: row.event_id,
      state: row.state,
      needsReapproval: Boolean(row.needs_reapproval),
      confirmedAt: new Date(row.confirmed_at),
      firstName: row.first_name,
      lastName: row.last_name,
    }
  );
}

/** As the queue understands it: open, or approved and changed since. */
function undecided(db: Db, eventIds: readonly number[]): Knex.QueryBuilder[] {
  if (eventIds.length === 0) return [];
  const parts = [
    ...OPEN.map((state) => inState(db, {}, state)),
    ...APPROVED.map((state) => inState(db, {}, state).where({ needs_reapproval: true })),
  ];
  return parts.map((rows) => rows.whereIn('event_id', [...eventIds]));
}

function inState(db: Db, { eventId }: Partial<Pick<Scoped, 'eventId'>>, state: State): Knex.QueryBuilder {
  const rows = db('accreditation_requests').where({ state }).whereNotNull('confirmed_at');
  return eventId === undefined ? rows : rows.where({ event_id: eventId });
}

/** A limit inside a union needs a query of its own around it on SQLite. */
const nested = (db: Db, rows: Knex.QueryBuilder) => db.select('*').from(rows.as('part'));

function counted(db: Db, parts: Knex.QueryBuilder[], limit: number): Knex.QueryBuilder | number {
  if (parts.length === 0) return 0;
  const limited = parts.map((rows) => nested(db, rows.select(db.raw('1 as one')).limit(limit + 1)));
  const all = nested(db, db.unionAll(limited) as Knex.QueryBuilder).limit(limit + 1);
  return db.count('*').from(all.as('found'));
}
