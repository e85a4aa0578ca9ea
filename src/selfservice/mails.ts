/** The letters of those who look after their request themselves. */
import {
  type AccreditationRequest,
  fullName,
  letterAbout,
  statusLink,
  subjectOf,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Db } from '../platform/database.js';
import type { Letter } from '../platform/outbox.js';

/** Confirms that a request was withdrawn. */
export function withdrawnLetter(db: Db, event: Event, request: AccreditationRequest): Promise<Letter> {
  const { lang, email, reference } = request;
  return letterAbout(db, event, {
    template: 'selfservice:letters.withdrawn',
    to: email,
    lang,
    values: { name: fullName(request), reference },
    link: statusLink(lang, request),
    about: subjectOf(request),
  });
}
