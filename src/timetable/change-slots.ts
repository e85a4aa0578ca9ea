/** The team offers press slots, changes them and takes them back. */
import {
  deleteSlot,
  getSlot,
  insertSlot,
  listSlots,
  noteChange,
  type SlotFields,
  updateSlot,
} from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { fingerprint } from './fingerprint.js';
import { slotKey } from './slotkeys.js';

export function addSlot(deps: Deps, actor: string, eventId: number, fields: SlotFields): Promise<void> {
  return withNote(deps, actor, eventId, async (trx) => {
    const taken = (await listSlots(trx, eventId)).map(({ key }) => key);
    await insertSlot(trx, { ...fields, eventId, key: slotKey(fields.kind, fields.texts.title.de, taken) });
  });
}

/** `seen` is the fingerprint of what the editor saw; throws a Conflict when it is something else by now. */
export function changeSlot(
  deps: Deps,
  actor: string,
  { eventId, id, seen }: { eventId: number; id: number; seen: string },
  fields: SlotFields,
): Promise<void> {
  return withNote(deps, actor, eventId, async (trx) => {
    const slot = await getSlot(trx, eventId, id);
    if (fingerprint(slot) !== seen) throw new Conflict();
    await updateSlot(trx, slot, { ...slot, ...fields });
  });
}

/** Wishes for the slot go with it. */
export function removeSlot(deps: Deps, actor: string, eventId: number, id: number): Promise<void> {
  return withNote(deps, actor, eventId, async (trx) => {
    await getSlot(trx, eventId, id);
    await deleteSlot(trx, eventId, id);
  });
}

function withNote(
  { db, clock }: Deps,
  actor: string,
  eventId: number,
  change: (trx: Trx) => Promise<void>,
): Promise<void> {
  return db.transaction(async (trx) => {
    const at = clock.now();
    await change(trx);
    await noteChange(trx, eventId, at);
    await appendAudit(trx, { at, actor, action: 'event.slots_changed', subject: `event:${eventId}` });
  });
}
