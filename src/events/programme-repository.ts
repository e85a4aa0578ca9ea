/** Every SQL statement about the programme of an event and its press slots. */
import type { Db } from '../platform/database.js';
import type { ProgrammeItem, Slot, SlotKind } from './event.js';

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
    .orderBy(['starts_at', 'position']);
  return rows.map((row) => ({
    id: row.id,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    texts: JSON.parse(row.texts),
    speakers: JSON.parse(row.speakers),
  }));
}

/** Replaces the whole programme of an event. */
export async function replaceProgramme(
  db: Db,
  eventId: number,
  items: readonly Omit<ProgrammeItem, 'id'>[],
): Promise<void> {
  await db('programme_items').where({ event_id: eventId }).delete();
  const rows = items.map((item, position) => ({
    event_id: eventId,
    starts_at: item.startsAt.toISOString(),
    ends_at: item.endsAt.toISOString(),
    texts: JSON.stringify(item.texts),
    speakers: JSON.stringify(item.speakers),
    position,
  }));
  if (rows.length > 0) await db('programme_items').insert(rows);
}

export async function listSlots(db: Db, eventId: number): Promise<Slot[]> {
  return (await db<SlotRow>('slots').where({ event_id: eventId }).orderBy(['starts_at', 'id'])).map(toSlot);
}

export async function insertSlot(db: Db, slot: Omit<Slot, 'id'>): Promise<Slot> {
  const [row] = await db<SlotRow>('slots').insert(fromSlot(slot)).returning('*');
  return toSlot(row!);
}

export async function updateSlot(db: Db, slot: Slot): Promise<void> {
  await db<SlotRow>('slots').where({ id: slot.id, event_id: slot.eventId }).update(fromSlot(slot));
}

export async function deleteSlot(db: Db, eventId: number, id: number): Promise<void> {
  await db<SlotRow>('slots').where({ id, event_id: eventId }).delete();
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
