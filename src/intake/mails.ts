/** The letter to somebody whose request the team wrote down. */
import { type AccreditationRequest, letterToApplicant, type Source } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { formatDateTime } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import type { Letter } from '../platform/outbox.js';

/** `source`: the letter says where the data came from (Art. 14 GDPR). */
export function takenInLetter(
  db: Db,
  event: Event,
  request: AccreditationRequest,
  source: Exclude<Source, 'form'>,
): Promise<Letter> {
  return letterToApplicant(db, event, request, {
    template: 'intake:letters.takenIn',
    values: {
      answerBy: formatDateTime(request.lang, event.answerBy),
      source: translator(request.lang)(`intake:sources.${source}`),
    },
  });
}
