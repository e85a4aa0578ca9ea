/** The letter to somebody whose request the team wrote down. */
import { type AccreditationRequest, letterToApplicant } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { formatDateTime } from '../platform/dates.js';
import type { Letter } from '../platform/outbox.js';

export function takenInLetter(db: Db, event: Event, request: AccreditationRequest): Promise<Letter> {
  return letterToApplicant(db, event, request, {
    template: 'intake:letters.takenIn',
    values: { answerBy: formatDateTime(request.lang, event.answerBy) },
  });
}
