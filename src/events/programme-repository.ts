/** Every SQL statement about the programme of an event and its press slots. */
import type { Db } from '../platform/database.js';
import { Conflict, NotFound } from '../platform/errors.js';
import { type Part, partOf, readPart } from '../platform/together.js';
import type { ProgrammeFields, ProgrammeItem, Slot, SlotKind } from './event.js';

interface ProgrammeRow {
  id: number;
  event_id: number;
  starts_at: string;
  ends_at: string;
  texts: string;
  speakers: string;
  position: number;
}

interface SlotRow {
  id: number;
  event_id: number;
  key: string;
  kind: string;
  starts_at: string;
  ends_at: string;
  capacity: number;
  texts: string;
}

export async function listProgramme(db: Db, eventId: number): Promise<ProgrammeItem[]> {
  const rows = await db<ProgrammeRow>('programme_items')
    .where({ event_id: eventId })
    .orderBy(['starts_at', 'position', 'id']);
  return rows.map(toItem);
}

export async function getProgrammeItem(db: Db, eventId: number, id: number): Promise<ProgrammeItem> {
  const row = await db<ProgrammeRow>('programme_items').where({ id, event_id: eventId }).first();
  if (!row) throw new NotFound('events:errors.unknownItem');
  return toItem(row);
}

/** Replaces the whole programme of an event. */
export async function replaceProgramme(
  db: Db,
  eventId: number,
  items: readonly ProgrammeFields[],
): Promise<void> {
  await db('programme_items').where({ event_id: eventId }).delete();
  const rows = items.map((item, position) => ({ ...fromItem(item), event_id: eventId, position }));
  if (rows.length > 0) await db('programme_items').insert(rows);
}

/** Behind those that start at the same time. */
export async function insertProgrammeItem(db: Db, eventId: number, item: ProgrammeFields): Promise<void> {
  const last = await db<ProgrammeRow>('programme_items')
    .where({ event_id: eventId })
    .max({ position: 'position' })
    .first();
  const position = Number(last?.position ?? -1) + 1;
  await db('programme_items').insert({ ...fromItem(item), event_id: eventId, position });
}

/** Compare-and-set on what the editor saw. */
export async function updateProgrammeItem(
  db: Db,
  eventId: number,
  seen: ProgrammeItem,
  item: ProgrammeFields,
): Promise<void> {
  const changed = await db<ProgrammeRow>('programme_items')
    .where({ id: seen.id, event_id: eventId, ...fromItem(seen) })
    .update(fromItem(item));
  if (changed === 0) throw new Conflict();
}

export async function deleteProgrammeItem(db: Db, eventId: number, id: number): Promise<void> {
  await db<ProgrammeRow>('programme_items').where({ id, event_id: eventId }).delete();
}

export function listSlots(db: Db, eventId: number): Promise<Slot[]> {
  return readPart(slotsPart(db, [eventId]));
}

/** Of several events, as a part of one statement. */
export function slotsPart(db: Db, eventIds: readonly number[]): Part<Slot[]> {
  return partOf<SlotRow, Slot[]>({
    rows: db('slots').whereIn('event_id', [...eventIds]),
    columns: {
      ...{ id: 'number', event_id: 'number', capacity: 'number' },
      ...{ key: 'text', kind: 'text', starts_at: 'text', ends_at: 'text', texts: 'text' },
    },
    order: ['starts_at', 'id'],
    read: (rows) => rows.map(toSlot),
  });
}

export async function insertSlot(db: Db, slot: Omit<Slot, 'id'>): Promise<Slot> {
  const [row] = await db<SlotRow>('slots').insert(fromSlot(slot)).returning('*');
  return toSlot(row!);
}

export async function getSlot(db: Db, eventId: number, id: number): Promise<Slot> {
  const row = await db<SlotRow>('slots').where({ id, event_id: eventId }).first();
  if (!row) throw new NotFound('events:errors.unknownSlot');
  return toSlot(row);
}

/** Compare-and-set on what the editor saw. */
export async function updateSlot(db: Db, seen: Slot, slot: Slot): Promise<void> {
  const changed = await db<SlotRow>('slots')
    .where({ id: seen.id, ...fromSlot(seen) })
    .update(fromSlot(slot));
  if (changed === 0) throw new Conflict();
}

export async function deleteSlot(db: Db, eventId: number, id: number): Promise<void> {
  await db<SlotRow>('slots').where({ id, event_id: eventId }).delete();
}

function fromItem(item: ProgrammeFields) {
  return {
    starts_at: item.startsAt.toISOString(),
    ends_at: item.endsAt.toISOString(),
    texts: JSON.stringify(item.texts),
    speakers: JSON.stringify(item.speakers),
  };
}

function toItem(row: ProgrammeRow): ProgrammeItem {
  return {
    id: row.id,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    texts: JSON.parse(row.texts),
    speakers: JSON.parse(row.speakers),
  };
}

function fromSlot(slot: Omit<Slot, 'id'>) {
  return {
    event_id: slot.eventId,
    key: slot.key,
    kind: slot.kind,
    starts_at: slot.startsAt.toISOString(),
    ends_at: slot.endsAt.toISOString(),
    capacity: slot.capacity,
    texts: JSON.stringify(slot.texts),
  };
}

function toSlot(row: SlotRow): Slot {
  return {
    id: row.id,
    eventId: row.event_id,
    key: row.key,
    kind: row.kind as SlotKind,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    capacity: row.capacity,
    texts: JSON.parse(row.texts),
  };
}
