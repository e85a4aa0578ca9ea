/** The team announces an event: first as a draft. */
import { type EventFields, type EventSaved, insertEvent, listTakenNames } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { claimNames } from './claim-names.js';

/** `actor` as in the audit log: `staff:3`, `system`. */
export function createEvent({ db, clock }: Deps, actor: string, fields: EventFields): Promise<EventSaved> {
  return claimNames(db, async (trx) => {
    const taken = await listTakenNames(trx, fields);
    if (taken.length > 0) return { ok: false, taken };
    const at = clock.now();
    const event = await insertEvent(trx, { ...fields, state: 'draft' }, at);
    await appendAudit(trx, { at, actor, action: 'event.created', subject: `event:${event.id}` });
    return { ok: true, event };
  });
}
