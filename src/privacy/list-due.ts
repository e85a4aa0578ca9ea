/** What the deletion plan asks for now, as figures per event without names. */
import { deletionPlan } from '../accreditation/index.js';
import { EVENT_STATES, type Event, listEvents } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { countDocuments, countRequests } from './due-repository.js';

export interface Due {
  event: Event;
  /** Proofs and other files, from 14 days after the event. */
  files: number;
  /** Requests in any state, from three months after it. */
  requests: number;
}

/** Only events with something that is due; reads and changes nothing. */
export async function listDue({ db, clock }: Deps): Promise<Due[]> {
  const now = clock.now();
  const due: Due[] = [];
  for (const event of await listEvents(db, EVENT_STATES)) {
    const { filesOn, requestOn } = deletionPlan(event);
    const files = filesOn <= now ? await countDocuments(db, event.id) : 0;
    const requests = requestOn <= now ? await countRequests(db, event.id) : 0;
    if (files + requests > 0) due.push({ event, files, requests });
  }
  return due;
}
