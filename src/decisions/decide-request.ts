/** One decision of the team: state, slots, history, message, letter and audit entry, saved together or not at all. */
import {
  type AccreditationRequest,
  addHistory,
  addMessage,
  changeRequest,
  listSlotWishes,
  lockRequestOf,
  nextState,
  type State,
  stepOf,
  subjectOf,
} from '../accreditation/index.js';
import { type AuditEntry, appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { queueMail } from '../platform/outbox.js';
import { findWaitingProposal, moveProposal, type Proposal } from '../proposals/index.js';
import { lockSlots, setSlotStates } from '../slots/index.js';
import { actorOf, type Member } from '../staff/index.js';
import { insertWaitingDecision, replaceWaitingDecision } from '../undo/index.js';
import type { Ruling } from './demands.js';
import { refuseTooLate } from './objection.js';
import {
  type PreparedDecision,
  prepareAmong,
  readSurroundings,
  type Surroundings,
} from './prepare-decision.js';

export interface DecisionOrder {
  reference: string;
  /** The version the reviewer saw; undefined: whatever it is now. */
  version: number | undefined;
  ruling: Ruling;
  by: Member;
  /** What somebody else proposed and this decision confirms; without it, no decision that needs four eyes. */
  proposal?: Proposal | undefined;
}

/** Throws NotFound, or a Conflict when somebody was faster, state or event do not allow it, or a slot is full. */
export async function decideRequest(deps: Deps, order: DecisionOrder): Promise<AccreditationRequest> {
  const at = deps.clock.now();
  return deps.db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, order.reference);
    if (order.version !== undefined && order.version !== request.version)
      throw new Conflict('decisions:errors.faster');
    return (await decideLocked(trx, request, order, at)).request;
  });
}

/** The request as decided, and the number of the letter that waits. */
export interface Decided {
  request: AccreditationRequest;
  mailId: number;
}

export interface LockedOrder extends Pick<DecisionOrder, 'ruling' | 'by' | 'proposal'> {
  /** Of the event, where it was read before. */
  among?: Surroundings;
  /** Takes the audit entry where the caller writes several together; it must, in the same transaction. */
  note?: (entry: AuditEntry) => void;
}

/** Part of the caller's transaction, which has locked the request. Throws a Conflict as above. */
export async function decideLocked(
  trx: Trx,
  request: AccreditationRequest,
  order: LockedOrder,
  at: Date,
): Promise<Decided> {
  const { ruling: wanted, by, proposal } = order;
  if (request.kept) throw new Conflict('accreditation:errors.kept');
  const step = stepOf(wanted.decision, request.state, request.needsReapproval);
  const state = nextState(request.state, step);

  const wishes = await listSlotWishes(trx, request.id);
  const slotIds = wishes.map(({ slotId }) => slotId);
  if (slotIds.length > 0) await lockSlots(trx, slotIds);
  const around = order.among ?? (await readSurroundings(trx, request.eventId));
  refuseTooLate(around.event, wanted.decision, at);
  const prepared = await prepareAmong(trx, request, wanted, { ...around, at });
  if (prepared.fourEyes && !proposal) throw new Conflict('decisions:errors.fourEyes');
  const waiting = await findWaitingProposal(trx, request.id);
  if (waiting) await moveProposal(trx, waiting, proposal ? 'confirm' : 'lapse', { by, at });
  const before = await replaceWaitingDecision(trx, request, { slots: wishes, proposalId: waiting?.id }, at);
  const decided = await changeRequest(trx, request, changeBy(prepared, state, at), at);
  await setSlotStates(trx, request.id, prepared.slots);

  const historyId = await addHistory(trx, request.id, {
    step,
    state,
    actor: actorOf(by),
    actorName: by.name,
    details: { ...detailsOf(prepared), ...(proposal ? { proposer: proposal.proposerName } : {}) },
    at,
    shownAt: undefined,
  });
  const messageId = await addEnquiry(trx, request, prepared, by, at);
  const notBefore = new Date(at.getTime() + prepared.undoDelayMinutes * 60_000);
  const mailId = await queueMail(trx, { ...prepared.letter, notBefore }, at);
  await insertWaitingDecision(trx, { mailId, requestId: request.id, state, before, historyId, messageId });
  const entry = {
    at,
    actor: actorOf(by),
    action: `request.${step}`,
    subject: subjectOf(request),
    details: {
      from: request.state,
      to: state,
      reason: prepared.ruling.reason || null,
      ...(proposal ? { proposedBy: `staff:${proposal.proposedBy}` } : {}),
    },
  };
  if (order.note) order.note(entry);
  else await appendAudit(trx, entry);
  return { request: decided, mailId };
}

function changeBy({ ruling }: PreparedDecision, state: State, at: Date) {
  const { decision, reason, text, limits, due } = ruling;
  return {
    state,
    decision: { decision, reason, text, limits, at },
    needsReapproval: false,
    enquiryDueAt: due ?? null,
  };
}

/**
 * The slots too: the applicant reads them here, because a later decision changes them before its letter has left. And
 * the sentence of the catalogue as it was, because the catalogue may say something else one day.
 */
function detailsOf({ ruling, sentence, slots }: PreparedDecision): Record<string, string> {
  const { reason, text, limits, due } = ruling;
  const listed = (state: string) => slots.filter((slot) => slot.state === state).map(({ slotId }) => slotId);
  return {
    ...(reason ? { reason, sentence } : {}),
    ...(text ? { text } : {}),
    ...(limits ? { limits } : {}),
    ...(due ? { due: due.toISOString() } : {}),
    ...(slots.length > 0
      ? { granted: listed('granted').join(','), declined: listed('declined').join(',') }
      : {}),
  };
}

/** A further enquiry also stands in the thread of messages, where the answer will follow. */
async function addEnquiry(
  trx: Trx,
  request: AccreditationRequest,
  { ruling }: PreparedDecision,
  by: Member,
  at: Date,
): Promise<number | undefined> {
  if (ruling.decision !== 'enquire') return undefined;
  return addMessage(trx, request.id, {
    direction: 'to_applicant',
    author: by.name,
    text: ruling.text,
    at,
    shownAt: undefined,
    documentId: undefined,
  });
}
