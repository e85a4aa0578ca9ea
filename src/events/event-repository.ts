/** Every SQL statement about events. */
import { type Db, violatesUnique } from '../platform/database.js';
import { Conflict, NotFound } from '../platform/errors.js';
import { type Part, partOf } from '../platform/together.js';
import type { Event, EventInput, EventName, EventState } from './event.js';

interface EventRow {
  id: number;
  slug: string;
  short_code: string;
  state: string;
  starts_at: string;
  ends_at: string;
  press_entry_at: string | null;
  accreditation_opens_at: string;
  accreditation_closes_at: string;
  answer_by: string;
  texts: string;
  programme_url: string | null;
  contact_email: string;
  contact_phone: string;
  undo_delay_minutes: number;
  four_eyes: number;
  release_approval: number;
  version: number;
  updated_at: string;
}

export async function findEventBySlug(db: Db, slug: string): Promise<Event | undefined> {
  const row = await db<EventRow>('events').where({ slug }).first();
  return row && toEvent(row);
}

/** For the desk: drafts too. */
export async function getEventBySlug(db: Db, slug: string): Promise<Event> {
  const event = await findEventBySlug(db, slug);
  if (!event) throw new NotFound('events:errors.unknown');
  return event;
}

/** Drafts do not exist for the public; archived events keep their page. */
export async function getPublicEvent(db: Db, slug: string): Promise<Event> {
  const event = await findEventBySlug(db, slug);
  if (!event || event.state === 'draft') throw new NotFound('events:errors.unknown');
  return event;
}

export async function getEvent(db: Db, id: number): Promise<Event> {
  const row = await db<EventRow>('events').where({ id }).first();
  if (!row) throw new NotFound('events:errors.unknown');
  return toEvent(row);
}

/** Those of them that exist, as a part of one statement. */
export function eventsPart(db: Db, ids: readonly number[]): Part<Event[]> {
  return partOf<EventRow, Event[]>({
    rows: db('events').whereIn('id', [...ids]),
    columns: {
      ...{ id: 'number', undo_delay_minutes: 'number', four_eyes: 'number', version: 'number' },
      release_approval: 'number',
      ...{ slug: 'text', short_code: 'text', state: 'text', starts_at: 'text', ends_at: 'text' },
      ...{ press_entry_at: 'text', accreditation_opens_at: 'text', accreditation_closes_at: 'text' },
      ...{ answer_by: 'text', texts: 'text', programme_url: 'text', contact_email: 'text' },
      ...{ contact_phone: 'text', updated_at: 'text' },
    },
    order: ['id'],
    read: (rows) => rows.map(toEvent),
  });
}

/** The latest first. */
export async function listEvents(db: Db, states: readonly EventState[]): Promise<Event[]> {
  return (await db<EventRow>('events').whereIn('state', states).orderBy('starts_at', 'desc')).map(toEvent);
}

/** Published events that are not over, the next one first. */
export async function listUpcomingEvents(db: Db, now: Date): Promise<Event[]> {
  const rows = await db<EventRow>('events')
    .where({ state: 'published' })
    .andWhere('ends_at', '>=', now.toISOString())
    .orderBy('starts_at');
  return rows.map(toEvent);
}

export async function insertEvent(db: Db, event: EventInput, at: Date): Promise<Event> {
  const [row] = await db<EventRow>('events')
    .insert({ ...fromEvent(event), version: 1, updated_at: at.toISOString() })
    .returning('*');
  return toEvent(row!);
}

/** Compare-and-set on the version the editor saw. */
export async function updateEvent(
  db: Db,
  id: number,
  version: number,
  event: EventInput,
  at: Date,
): Promise<void> {
  const changed = await db<EventRow>('events')
    .where({ id, version })
    .update({ ...fromEvent(event), version: version + 1, updated_at: at.toISOString() });
  if (changed === 0) throw new Conflict();
}

/** Which of the two names another event has already. */
export async function listTakenNames(
  db: Db,
  { slug, shortCode }: Pick<Event, 'slug' | 'shortCode'>,
  ownId = 0,
): Promise<EventName[]> {
  const others = await db<EventRow>('events')
    .whereNot({ id: ownId })
    .andWhere((either) => either.where({ slug }).orWhere({ short_code: shortCode }));
  return (['slug', 'shortCode'] as const).filter((name) =>
    others.some((row) => (name === 'slug' ? row.slug === slug : row.short_code === shortCode)),
  );
}

/** The name by which the database refused an event: somebody gave it away a moment earlier. Empty for other errors. */
export function takenNamesIn(error: unknown): EventName[] {
  const columns = { slug: 'slug', shortCode: 'short_code' } as const;
  return (['slug', 'shortCode'] as const).filter((name) => violatesUnique(error, columns[name]));
}

/** Programme and slots belong to the event: a change there is a change of the event's page. */
export async function noteChange(db: Db, id: number, at: Date): Promise<void> {
  await db<EventRow>('events').where({ id }).update({ updated_at: at.toISOString() });
}

function fromEvent(event: EventInput) {
  return {
    slug: event.slug,
    short_code: event.shortCode,
    state: event.state,
    starts_at: event.startsAt.toISOString(),
    ends_at: event.endsAt.toISOString(),
    press_entry_at: event.pressEntryAt?.toISOString() ?? null,
    accreditation_opens_at: event.accreditationOpensAt.toISOString(),
    accreditation_closes_at: event.accreditationClosesAt.toISOString(),
    answer_by: event.answerBy.toISOString(),
    texts: JSON.stringify(event.texts),
    programme_url: event.programmeUrl ?? null,
    contact_email: event.contactEmail,
    contact_phone: event.contactPhone,
    undo_delay_minutes: event.undoDelayMinutes,
    four_eyes: event.fourEyes ? 1 : 0,
    release_approval: event.releaseApproval ? 1 : 0,
  };
}

function toEvent(row: EventRow): Event {
  return {
    id: row.id,
    slug: row.slug,
    shortCode: row.short_code,
    state: row.state as EventState,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    pressEntryAt: row.press_entry_at ? new Date(row.press_entry_at) : undefined,
    accreditationOpensAt: new Date(row.accreditation_opens_at),
    accreditationClosesAt: new Date(row.accreditation_closes_at),
    answerBy: new Date(row.answer_by),
    texts: JSON.parse(row.texts),
    programmeUrl: row.programme_url ?? undefined,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone,
    undoDelayMinutes: row.undo_delay_minutes,
    fourEyes: row.four_eyes === 1,
    releaseApproval: row.release_approval === 1,
    version: row.version,
    updatedAt: new Date(row.updated_at),
  };
}
