/** Gathers what a decision is made on. Changes nothing. */
import {
  type AccreditationRequest,
  allows,
  getRequest,
  historyPart,
  stepOf,
  wishesPart,
} from '../accreditation/index.js';
import { eventsPart, slotsPart } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { Letter } from '../platform/outbox.js';
import { type Part, readTogether } from '../platform/together.js';
import { latestProposalPart } from '../proposals/index.js';
import { cataloguePart } from '../reasons/index.js';
import { grantedPart } from '../slots/index.js';
import type { DecisionBasis, DecisionFacts } from './basis.js';
import { NO_WORDS } from './demands.js';
import { prepareDecisionOn } from './prepare-decision.js';

/** Throws NotFound. */
export async function readBasis(db: Db, reference: string): Promise<DecisionBasis> {
  const facts = await readFacts(db, await getRequest(db, reference));
  return { ...facts, approval: await readApproval(db, facts) };
}

export async function readFacts(db: Db, request: AccreditationRequest): Promise<DecisionFacts> {
  return factsOf(request, await readTogether(db, factParts(db, request)));
}

/** What stands fast about a request, as parts of one statement. */
export function factParts(db: Db, { id, eventId }: Pick<AccreditationRequest, 'id' | 'eventId'>) {
  return {
    events: eventsPart(db, [eventId]),
    eventSlots: slotsPart(db, [eventId]),
    wishes: wishesPart(db, id),
    granted: grantedPart(db, id),
    history: historyPart(db, id),
    catalogue: cataloguePart(db),
    latestProposal: latestProposalPart(db, id),
  };
}

type Found = {
  [Name in keyof ReturnType<typeof factParts>]: ReturnType<typeof factParts>[Name] extends Part<infer Result>
    ? Result
    : never;
};

export function factsOf(request: AccreditationRequest, found: Found): DecisionFacts {
  const { events, eventSlots, wishes, granted, history, catalogue, latestProposal } = found;
  const [event] = events;
  if (!event) throw new NotFound('events:errors.unknown');
  return {
    request,
    event,
    slots: eventSlots.flatMap((slot) => {
      const wish = wishes.find(({ slotId }) => slotId === slot.id);
      return wish ? [{ slot, wish, taken: granted.get(slot.id) ?? 0 }] : [];
    }),
    history,
    catalogue,
    latestProposal,
    proposal: latestProposal?.state === 'waiting' ? latestProposal : undefined,
  };
}

async function readApproval(db: Db, facts: DecisionFacts): Promise<Letter | undefined> {
  const { request } = facts;
  if (!allows(request.state, stepOf('approve', request.state, request.needsReapproval))) return undefined;
  const ruling = { ...NO_WORDS, decision: 'approve' } as const;
  // An approval promises no date, so it is the same at any time.
  return (await prepareDecisionOn(db, facts, ruling, request.createdAt)).letter;
}
