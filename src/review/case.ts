/** Everything the desk knows about one request. */
import type { Message, Note, RequestDocument } from '../accreditation/index.js';
import type { DecisionFacts } from '../decisions/index.js';
import type { Relations } from '../hints/index.js';
import type { OutgoingMail } from '../platform/outbox.js';
import type { Presence } from '../presence/index.js';
import type { Member } from '../staff/index.js';
import type { JudgedProof } from '../verdicts/index.js';

export interface CaseRecord extends DecisionFacts, Relations {
  documents: RequestDocument[];
  /** Each proof with the verdict that counts. */
  proofs: JudgedProof[];
  messages: Message[];
  notes: Note[];
  mails: OutgoingMail[];
  reviewers: Member[];
  /** Who has it open at this moment. */
  present: Presence[];
  /** The letter of the latest decision while it has not left. */
  waiting: OutgoingMail | undefined;
}
