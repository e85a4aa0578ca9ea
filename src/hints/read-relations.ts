/** Gathers what the hints about one request need to know of the others. Changes nothing. */
import type { AccreditationRequest } from '../accreditation/index.js';
import { EVENT_STATES, type Event, listEvents } from '../events/index.js';
import type { Db } from '../platform/database.js';
import type { Related } from './related.js';

export interface Relations {
  related: Related[];
  /** Empty while all of them are for the same event. */
  events: Event[];
}

/** The events of requests that were found: one query, and none while all are for the same event. */
export async function readRelations(
  db: Db,
  request: Pick<AccreditationRequest, 'eventId'>,
  related: Related[],
): Promise<Relations> {
  const elsewhere = related.some(({ eventId }) => eventId !== request.eventId);
  return { related, events: elsewhere ? await listEvents(db, EVENT_STATES) : [] };
}
