/** Which rows a part of the list holds: every filter as SQL. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';
import { addDays } from '../platform/dates.js';
import { matchingRequests } from '../search/index.js';
import { type Filters, joinParts, type Part, type Piece, partsOf } from './filters.js';

/** Who looks at the list, and when: `me`, waiting and late are read by it. */
export interface Asker {
  memberId: number;
  /** Business time. */
  now: Date;
}

export const REQUESTS = 'accreditation_requests';

/** What the list shows with these filters, in parts that share nothing and that one index each reads in order. */
export function partsWith(
  db: Db,
  filters: Filters,
  asker: Asker,
  parts: readonly Part[] = partsOf(filters),
): Knex.QueryBuilder[] {
  return parts.map((part) => {
    const rows = db(REQUESTS).whereNotNull('confirmed_at');
    inPart(rows, { ...part, states: [part.state] });
    narrow(db, rows, filters, asker);
    return rows;
  });
}

/** The same in as few pieces as can be, and in no order; from a table of what was found where words are searched. */
export function piecesWith(
  db: Db,
  filters: Filters,
  asker: Asker,
  source = REQUESTS,
  parts: readonly Part[] = partsOf(filters),
): Knex.QueryBuilder[] {
  return joinParts(parts).map((piece) => {
    const rows = db(source).whereNotNull('confirmed_at');
    inPart(rows, piece);
    narrow(db, rows, filters, asker);
    return rows;
  });
}

/**
 * The same for a search: what the words match comes first, because it is little. The cross join keeps SQLite from reading the whole list and asking the index about each.
 */
export function foundWith(
  db: Db,
  filters: Filters,
  asker: Asker,
  parts: readonly Part[] = partsOf(filters),
): Knex.QueryBuilder {
  const rows = db
    .from(matchingRequests(db, filters.search ?? '').as('hits'))
    .joinRaw('cross join accreditation_requests')
    .whereRaw('id = hits.request_id')
    .whereNotNull('confirmed_at')
    .where((any) => {
      for (const piece of joinParts(parts)) any.orWhere((one) => inPart(one, piece));
    });
  narrow(db, rows, filters, asker);
  return rows;
}

function inPart(rows: Knex.QueryBuilder, { states, answered, changed }: Piece): void {
  // Where there is one only, the index gives its rows in order.
  if (states.length === 1) rows.where({ state: states[0] });
  else rows.whereIn('state', states);
  if (answered !== undefined) rows.where({ answered });
  if (changed !== undefined) rows.where({ needs_reapproval: changed });
}

function narrow(db: Db, rows: Knex.QueryBuilder, filters: Filters, { memberId, now }: Asker): void {
  if (filters.eventId) rows.where({ event_id: filters.eventId });
  if (filters.outletType) rows.where({ outlet_type: filters.outletType });
  if (filters.workArea) rows.where({ work_area: filters.workArea });
  if (filters.assigned === 'nobody') rows.whereNull('assigned_to');
  else if (filters.assigned)
    rows.where({ assigned_to: filters.assigned === 'me' ? memberId : Number(filters.assigned) });
  if (filters.waitingDays) rows.where('confirmed_at', '<', addDays(now, -filters.waitingDays).toISOString());
  if (filters.late)
    rows.whereIn('event_id', db('events').where('answer_by', '<', now.toISOString()).select('id'));
}
