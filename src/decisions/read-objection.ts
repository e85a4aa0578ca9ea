/** Says for one request why it cannot get this decision now. Changes nothing. */
import { getRequest, listSlotWishes } from '../accreditation/index.js';
import { getEvent, listSlots } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { readCatalogue } from '../reasons/index.js';
import { countGranted } from '../slots/index.js';
import type { Ruling } from './demands.js';
import { type Objection, objectionTo } from './objection.js';

/** Undefined: `decideRequest` will take it, unless something happens in between. Throws NotFound. */
export async function readObjection(
  db: Db,
  reference: string,
  ruling: Ruling,
  now: Date,
): Promise<Objection | undefined> {
  const request = await getRequest(db, reference);
  const event = await getEvent(db, request.eventId);
  const fullSlots = ruling.slots ? await listFullSlots(db, request) : [];
  return objectionTo(ruling, { request, event, catalogue: await readCatalogue(db), fullSlots, now });
}

async function listFullSlots(db: Db, { id, eventId }: { id: number; eventId: number }): Promise<number[]> {
  const wished = (await listSlotWishes(db, id)).map(({ slotId }) => slotId);
  const taken = await countGranted(db, wished, id);
  return (await listSlots(db, eventId))
    .filter((slot) => wished.includes(slot.id) && (taken.get(slot.id) ?? 0) >= slot.capacity)
    .map((slot) => slot.id);
}
