/** Gathers what the hints about one request need to know of the others: two queries at most. Changes nothing. */
import type { AccreditationRequest } from '../accreditation/index.js';
import { EVENT_STATES, type Event, listEvents } from '../events/index.js';
import type { Db } from '../platform/database.js';
import type { Related } from './related.js';
import { listRelated } from './related-repository.js';

export interface Relations {
  related: Related[];
  /** Empty while all of them are for the same event. */
  events: Event[];
}

export async function readRelations(db: Db, request: AccreditationRequest): Promise<Relations> {
  const related = await listRelated(db, request);
  const elsewhere = related.some(({ eventId }) => eventId !== request.eventId);
  return { related, events: elsewhere ? await listEvents(db, EVENT_STATES) : [] };
}
