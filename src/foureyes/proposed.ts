/** What a second person decides on: the latest proposal about a request, and its letter. */
import type { DecisionFacts } from '../decisions/index.js';
import type { Letter } from '../platform/outbox.js';
import type { Proposal } from '../proposals/index.js';

export interface ProposalRecord extends DecisionFacts {
  latest: Proposal;
  /** The request is another one since, or its state does not allow this decision any more. */
  stale: boolean;
  /** As it will be sent; undefined where nothing can be sent. */
  letter: Letter | undefined;
}
