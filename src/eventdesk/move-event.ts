/** The team publishes an event, archives it, or takes it out of the archive. */
import { getEventBySlug, updateEvent } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { type EventStep, nextEventState } from './lifecycle.js';

/** Throws a Conflict for a step the state does not allow, and when somebody saved after the version that was seen. */
export function moveEvent(
  { db, clock }: Deps,
  actor: string,
  seen: { slug: string; version: number },
  step: EventStep,
): Promise<void> {
  return db.transaction(async (trx) => {
    const event = await getEventBySlug(trx, seen.slug);
    const { state, act } = nextEventState(event.state, step);
    const at = clock.now();
    await updateEvent(trx, event.id, seen.version, { ...event, state }, at);
    await appendAudit(trx, { at, actor, action: act, subject: `event:${event.id}` });
  });
}
