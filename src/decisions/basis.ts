/** What a decision is made on. */
import type { AccreditationRequest, HistoryEntry, SlotWish } from '../accreditation/index.js';
import type { Event, Slot } from '../events/index.js';
import type { Letter } from '../platform/outbox.js';
import type { Proposal } from '../proposals/index.js';
import type { Catalogue } from '../reasons/index.js';

/** What stands fast about a request. */
export interface DecisionFacts {
  request: AccreditationRequest;
  event: Event;
  /** The wished slots; `taken`: places granted to others. */
  slots: { slot: Slot; wish: SlotWish; taken: number }[];
  history: HistoryEntry[];
  catalogue: Catalogue;
  /** The proposal that waits for a second person; else the one that was settled last. */
  latestProposal: Proposal | undefined;
  /** Only while it waits. */
  proposal: Proposal | undefined;
}

export interface DecisionBasis extends DecisionFacts {
  /** What one click on "approve" would send; undefined where that is not possible. */
  approval: Letter | undefined;
}
