/** The letters of those who look after their request themselves. */
import { type AccreditationRequest, letterToApplicant } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Db } from '../platform/database.js';
import type { Letter } from '../platform/outbox.js';

/** Confirms that a request was withdrawn. */
export function withdrawnLetter(db: Db, event: Event, request: AccreditationRequest): Promise<Letter> {
  return letterToApplicant(db, event, request, { template: 'selfservice:letters.withdrawn' });
}
