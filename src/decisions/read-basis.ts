/** Gathers what a decision is made on. Changes nothing. */
import {
  type AccreditationRequest,
  allows,
  getRequest,
  listHistory,
  listSlotWishes,
  stepOf,
} from '../accreditation/index.js';
import { getEvent, listSlots } from '../events/index.js';
import type { Db } from '../platform/database.js';
import type { Letter } from '../platform/outbox.js';
import { findLatestProposal } from '../proposals/index.js';
import { readCatalogue } from '../reasons/index.js';
import { countGranted } from '../slots/index.js';
import type { DecisionBasis, DecisionFacts } from './basis.js';
import { prepareDecision } from './prepare-decision.js';

/** Throws NotFound. */
export async function readBasis(db: Db, reference: string): Promise<DecisionBasis> {
  const request = await getRequest(db, reference);
  return { ...(await readFacts(db, request)), approval: await readApproval(db, request) };
}

export async function readFacts(db: Db, request: AccreditationRequest): Promise<DecisionFacts> {
  const latestProposal = await findLatestProposal(db, request.id);
  return {
    request,
    event: await getEvent(db, request.eventId),
    slots: await readWishes(db, request),
    history: await listHistory(db, request.id),
    catalogue: await readCatalogue(db),
    latestProposal,
    proposal: latestProposal?.state === 'waiting' ? latestProposal : undefined,
  };
}

async function readWishes(db: Db, request: AccreditationRequest): Promise<DecisionFacts['slots']> {
  const wishes = await listSlotWishes(db, request.id);
  if (wishes.length === 0) return [];
  const ids = wishes.map(({ slotId }) => slotId);
  const taken = await countGranted(db, ids, request.id);
  const slots = await listSlots(db, request.eventId);
  return slots.flatMap((slot) => {
    const wish = wishes.find(({ slotId }) => slotId === slot.id);
    return wish ? [{ slot, wish, taken: taken.get(slot.id) ?? 0 }] : [];
  });
}

async function readApproval(db: Db, request: AccreditationRequest): Promise<Letter | undefined> {
  if (!allows(request.state, stepOf('approve', request.state, request.needsReapproval))) return undefined;
  const verdict = {
    decision: 'approve',
    reason: '',
    text: '',
    limits: '',
    due: undefined,
    slots: undefined,
  } as const;
  // An approval promises no date, so it is the same at any time.
  return (await prepareDecision(db, request, verdict, request.createdAt)).letter;
}
