/** The team writes the programme of an event, item by item. */
import {
  deleteProgrammeItem,
  getProgrammeItem,
  insertProgrammeItem,
  noteChange,
  type ProgrammeFields,
  updateProgrammeItem,
} from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { fingerprint } from './fingerprint.js';

export function addProgrammeItem(
  deps: Deps,
  actor: string,
  eventId: number,
  fields: ProgrammeFields,
): Promise<void> {
  return withNote(deps, actor, eventId, (trx) => insertProgrammeItem(trx, eventId, fields));
}

/** `seen` is the fingerprint of what the editor saw; throws a Conflict when it is something else by now. */
export function changeProgrammeItem(
  deps: Deps,
  actor: string,
  { eventId, id, seen }: { eventId: number; id: number; seen: string },
  fields: ProgrammeFields,
): Promise<void> {
  return withNote(deps, actor, eventId, async (trx) => {
    const item = await getProgrammeItem(trx, eventId, id);
    if (fingerprint(item) !== seen) throw new Conflict();
    await updateProgrammeItem(trx, eventId, item, fields);
  });
}

export function removeProgrammeItem(deps: Deps, actor: string, eventId: number, id: number): Promise<void> {
  return withNote(deps, actor, eventId, async (trx) => {
    await getProgrammeItem(trx, eventId, id);
    await deleteProgrammeItem(trx, eventId, id);
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
    await appendAudit(trx, { at, actor, action: 'event.programme_changed', subject: `event:${eventId}` });
  });
}
