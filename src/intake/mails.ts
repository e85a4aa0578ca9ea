/** The letter to somebody whose request the team wrote down. */
import {
  type AccreditationRequest,
  fullName,
  letterAbout,
  statusLink,
  subjectOf,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { formatDateTime } from '../platform/dates.js';
import type { Letter } from '../platform/outbox.js';

export function takenInLetter(db: Db, event: Event, request: AccreditationRequest): Promise<Letter> {
  const { lang, email, reference } = request;
  return letterAbout(db, event, {
    template: 'intake:letters.takenIn',
    to: email,
    lang,
    values: { name: fullName(request), reference, answerBy: formatDateTime(lang, event.answerBy) },
    link: statusLink(lang, request),
    about: subjectOf(request),
  });
}
