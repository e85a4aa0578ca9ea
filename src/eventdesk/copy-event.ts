/** The team takes an earlier event as the pattern for a new one. */
import {
  type Event,
  type EventSaved,
  getEventBySlug,
  insertEvent,
  insertSlot,
  listProgramme,
  listSlots,
  listTakenNames,
  replaceProgramme,
} from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import { addDays, daysBetween } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { claimNames } from './claim-names.js';

export interface EventCopy {
  slug: string;
  shortCode: string;
  /** Any moment of the new first day, in Berlin. */
  startDay: Date;
}

/** Every date moves by the same number of days and keeps its local time; the copy is a draft. */
export function copyEvent(
  { db, clock }: Deps,
  actor: string,
  source: string,
  { slug, shortCode, startDay }: EventCopy,
): Promise<EventSaved> {
  return claimNames(db, async (trx) => {
    const taken = await listTakenNames(trx, { slug, shortCode });
    if (taken.length > 0) return { ok: false, taken };
    const pattern = await getEventBySlug(trx, source);
    const days = daysBetween(pattern.startsAt, startDay);
    const at = clock.now();
    const event = await insertEvent(trx, { ...shifted(pattern, days), slug, shortCode, state: 'draft' }, at);
    await copyTimetable(trx, pattern, event, days);
    await appendAudit(trx, {
      at,
      actor,
      action: 'event.copied',
      subject: `event:${event.id}`,
      details: { from: pattern.id },
    });
    return { ok: true, event };
  });
}

function shifted(event: Event, days: number): Event {
  return {
    ...event,
    startsAt: addDays(event.startsAt, days),
    endsAt: addDays(event.endsAt, days),
    pressEntryAt: event.pressEntryAt && addDays(event.pressEntryAt, days),
    accreditationOpensAt: addDays(event.accreditationOpensAt, days),
    accreditationClosesAt: addDays(event.accreditationClosesAt, days),
    answerBy: addDays(event.answerBy, days),
  };
}

async function copyTimetable(trx: Trx, from: Event, to: Event, days: number): Promise<void> {
  const moved = <T extends { startsAt: Date; endsAt: Date }>(entry: T): T => ({
    ...entry,
    startsAt: addDays(entry.startsAt, days),
    endsAt: addDays(entry.endsAt, days),
  });
  await replaceProgramme(trx, to.id, (await listProgramme(trx, from.id)).map(moved));
  for (const slot of await listSlots(trx, from.id)) await insertSlot(trx, { ...moved(slot), eventId: to.id });
}
