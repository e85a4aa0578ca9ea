/** The team changes what it says about an event. */
import {
  type EventFields,
  type EventSaved,
  getEvent,
  getEventBySlug,
  listTakenNames,
  updateEvent,
} from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { claimNames } from './claim-names.js';
import { hasFixedNames } from './lifecycle.js';

/**
 * Throws a Conflict when somebody saved after the version the editor saw. Slug and short code of an event that was
 * published stay as they are, whatever the fields say.
 */
export function changeEvent(
  { db, clock }: Deps,
  actor: string,
  seen: { slug: string; version: number },
  fields: EventFields,
): Promise<EventSaved> {
  return claimNames(db, async (trx) => {
    const { id, slug, shortCode, state } = await getEventBySlug(trx, seen.slug);
    const next = { ...fields, state, ...(hasFixedNames(state) ? { slug, shortCode } : {}) };
    const taken = await listTakenNames(trx, next, id);
    if (taken.length > 0) return { ok: false, taken };
    const at = clock.now();
    await updateEvent(trx, id, seen.version, next, at);
    await appendAudit(trx, { at, actor, action: 'event.changed', subject: `event:${id}` });
    return { ok: true, event: await getEvent(trx, id) };
  });
}
