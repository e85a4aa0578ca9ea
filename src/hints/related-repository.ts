/** Finds the other requests of the same person, card or outlet by their keys: a look into an index, however many there are. */
import type { Knex } from 'knex';
import {
  type AccreditationRequest,
  cardKey,
  emailKey,
  outletKey,
  personKey,
  type State,
} from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import { type Part, partOf, readPart } from '../platform/together.js';
import { LIKENESSES, type Likeness, type Related } from './related.js';
import { OUTLET_LIMIT } from './relations.js';

/** Of one person; who has more is known well enough. */
const PERSON_LIMIT = 20;
/** Of all rows of a page together. */
const PAGE_LIMIT = 500;

const COLUMNS = ['id', 'event_id', 'reference', 'state', 'first_name', 'last_name', 'outlet_name'];

interface RelatedRow {
  id: number;
  event_id: number;
  reference: string;
  state: string;
  first_name: string;
  last_name: string;
  outlet_name: string;
  likeness: Likeness;
}

/** Newest first, each with everything it has in common. Only requests that came into the office. One query. */
export function listRelated(db: Db, request: AccreditationRequest): Promise<Related[]> {
  return readPart(relatedPart(db, request));
}

/** The same as a part of one statement. */
export function relatedPart(db: Db, request: AccreditationRequest): Part<Related[]> {
  const [person, card, outlet] = [personKey(request), cardKey(request), outletKey(request)];
  const { eventId: event_id } = request;
  const parts = [
    ...(person ? [found(db, 'person', { person_key: person })] : []),
    ...(card ? [found(db, 'card', { card_key: card })] : []),
    ...(outlet ? [found(db, 'outlet', { event_id, outlet_key: outlet }, OUTLET_LIMIT + 1)] : []),
    found(db, 'mail', { email_key: emailKey(request.email) }),
  ].map((rows) => nested(db, rows.whereNot({ id: request.id })));
  return partOf<RelatedRow, Related[]>({
    rows: db.select('*').from((db.unionAll(parts) as Knex.QueryBuilder).as('related')),
    columns: {
      ...{ id: 'number', event_id: 'number', reference: 'text', state: 'text' },
      ...{ first_name: 'text', last_name: 'text', outlet_name: 'text', likeness: 'text' },
    },
    order: ['id'],
    read: merged,
  });
}

function found(db: Db, likeness: Likeness, keys: object, limit = PERSON_LIMIT): Knex.QueryBuilder {
  return db('accreditation_requests')
    .where(keys)
    .whereNotNull('confirmed_at')
    .orderBy('id', 'desc')
    .limit(limit)
    .select(COLUMNS)
    .select(db.raw(`'${likeness}' as likeness`));
}

/** The same for the rows of a list, without colleagues of the outlet: by the number of each request. One query. */
export async function listRelatedTo(db: Db, ids: readonly number[]): Promise<Map<number, Related[]>> {
  if (ids.length === 0) return new Map();
  const parts = [
    joined(db, ids, 'person', 'person_key'),
    joined(db, ids, 'card', 'card_key'),
    joined(db, ids, 'mail', 'email_key'),
  ].map((rows) => nested(db, rows));
  const rows: (RelatedRow & { of: number })[] = await db.unionAll(parts);
  return new Map(
    ids
      .map((id) => [id, merged(rows.filter((row) => row.of === id))] as const)
      .filter(([, all]) => all.length),
  );
}

function joined(db: Db, ids: readonly number[], likeness: Likeness, key: string): Knex.QueryBuilder {
  return db('accreditation_requests as own')
    .join('accreditation_requests as other', `other.${key}`, `own.${key}`)
    .whereIn('own.id', ids as number[])
    .whereRaw('other.id <> own.id')
    .whereNotNull('other.confirmed_at')
    .limit(PAGE_LIMIT)
    .select(COLUMNS.map((column) => `other.${column}`))
    .select('own.id as of', db.raw(`'${likeness}' as likeness`));
}

/** A limit inside a union needs a query of its own around it on SQLite. */
const nested = (db: Db, rows: Knex.QueryBuilder): Knex.QueryBuilder => db.select('*').from(rows.as('part'));

function merged(rows: readonly RelatedRow[]): Related[] {
  const related = new Map<number, Related>();
  for (const row of rows) {
    const known = related.get(row.id);
    if (known) known.alike.push(row.likeness);
    else related.set(row.id, toRelated(row));
  }
  for (const { alike } of related.values())
    alike.sort((a, b) => LIKENESSES.indexOf(a) - LIKENESSES.indexOf(b));
  return [...related.values()].sort((a, b) => b.id - a.id);
}

const toRelated = (row: RelatedRow): Related => ({
  id: row.id,
  eventId: row.event_id,
  reference: row.reference,
  state: row.state as State,
  firstName: row.first_name,
  lastName: row.last_name,
  outletName: row.outlet_name,
  alike: [row.likeness],
});
