/** What the bar after a decision speaks of. */
import type { AccreditationRequest } from '../accreditation/index.js';
import type { OutgoingMail } from '../platform/outbox.js';

export interface Undoable {
  request: Pick<AccreditationRequest, 'reference' | 'firstName' | 'lastName' | 'state'>;
  letter: Pick<OutgoingMail, 'id' | 'state' | 'notBefore'>;
}
