/** Everything the desk knows about one request. */
import type {
  AccreditationRequest,
  HistoryEntry,
  Message,
  RequestDocument,
  SlotWish,
} from '../accreditation/index.js';
import type { Event, Slot } from '../events/index.js';
import type { Letter, OutgoingMail } from '../platform/outbox.js';
import type { Member } from '../staff/index.js';

/** Internal: belongs to the office and is never sent. */
export interface Note {
  author: string;
  text: string;
  at: Date;
}

export interface CaseRecord {
  request: AccreditationRequest;
  event: Event;
  slots: { slot: Slot; wish: SlotWish; taken: number }[];
  documents: RequestDocument[];
  messages: Message[];
  history: HistoryEntry[];
  notes: Note[];
  mails: OutgoingMail[];
  reviewers: Member[];
  /** The letter of the latest decision while it has not left. */
  waiting: OutgoingMail | undefined;
  /** What one click on "approve" would send; undefined where that is not possible. */
  approval: Letter | undefined;
}

export interface Neighbours {
  previous: string | undefined;
  next: string | undefined;
}
