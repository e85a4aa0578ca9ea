/** Every SQL statement about decisions whose letter has not left yet. */
import {
  type AccreditationRequest,
  type Decision,
  isApproved,
  type SlotWish,
  type State,
} from '../accreditation/index.js';
import type { Db, Trx } from '../platform/database.js';
import { holdPlaces, letGo } from '../slots/index.js';
import type { Undoable } from './undoable.js';

/** What undoing a decision restores: the request as the applicant knows it. */
export interface Before {
  state: State;
  decision: { decision: Decision; reason: string; text: string; limits: string; at: string } | null;
  needsReapproval: boolean;
  enquiryDueAt: string | null;
  slots: SlotWish[];
  /** The proposal that the decision settled: it waits again. */
  proposalId?: number | undefined;
}

export interface WaitingDecision {
  mailId: number;
  requestId: number;
  /** The state the letter announces. */
  state: State;
  before: Before;
  historyId: number;
  /** The enquiry in the thread of messages. */
  messageId: number | undefined;
}

export function toBefore(
  request: AccreditationRequest,
  { slots, proposalId }: Pick<Before, 'slots' | 'proposalId'>,
): Before {
  const { decision, decisionReason, decisionText, decisionLimits, decidedAt } = request;
  return {
    state: request.state,
    decision:
      decision && decidedAt
        ? {
            decision,
            reason: decisionReason ?? '',
            text: decisionText ?? '',
            limits: decisionLimits ?? '',
            at: decidedAt.toISOString(),
          }
        : null,
    needsReapproval: request.needsReapproval,
    enquiryDueAt: request.enquiryDueAt?.toISOString() ?? null,
    slots,
    proposalId,
  };
}

/** From here until it is deleted, the places that undoing it brings back are held. */
export async function insertWaitingDecision(trx: Trx, waiting: WaitingDecision): Promise<void> {
  const { requestId, before } = waiting;
  if (isApproved(before.state)) await holdPlaces(trx, requestId, before.slots);
  await trx('waiting_decisions').insert({
    mail_id: waiting.mailId,
    request_id: waiting.requestId,
    state: waiting.state,
    before: JSON.stringify(waiting.before),
    history_id: waiting.historyId,
    message_id: waiting.messageId ?? null,
  });
}

export async function findWaitingDecisionOf(db: Db, mailId: number): Promise<WaitingDecision | undefined> {
  const row = await db('waiting_decisions').where({ mail_id: mailId }).first();
  return row && toWaiting(row);
}

/** The latest one of a request. */
export async function findWaitingDecision(db: Db, requestId: number): Promise<WaitingDecision | undefined> {
  const row = await db('waiting_decisions')
    .where({ request_id: requestId })
    .orderBy('mail_id', 'desc')
    .first();
  return row && toWaiting(row);
}

/** The latest decision about a request whose letter has not left. */
export async function findUndoable(db: Db, reference: string): Promise<Undoable | undefined> {
  const row = await db('waiting_decisions')
    .join('accreditation_requests as requests', 'requests.id', 'waiting_decisions.request_id')
    .join('outgoing_mails as letters', 'letters.id', 'waiting_decisions.mail_id')
    .where('requests.reference', reference.toUpperCase())
    .orderBy('mail_id', 'desc')
    .select('requests.reference', 'requests.first_name', 'requests.last_name', 'requests.state')
    .select('letters.id as letter_id', 'letters.state as letter', 'letters.not_before')
    .first();
  if (!row) return undefined;
  const { first_name: firstName, last_name: lastName, state, letter, not_before } = row;
  return {
    request: { reference: row.reference, firstName, lastName, state: state as State },
    letter: { id: row.letter_id, state: letter, notBefore: new Date(not_before) },
  };
}

export async function deleteWaitingDecision(
  trx: Trx,
  { mailId, requestId }: Pick<WaitingDecision, 'mailId' | 'requestId'>,
): Promise<void> {
  await trx('waiting_decisions').where({ mail_id: mailId }).delete();
  await letGo(trx, requestId);
}

function toWaiting(row: {
  mail_id: number;
  request_id: number;
  state: string;
  before: string;
  history_id: number;
  message_id: number | null;
}): WaitingDecision {
  return {
    mailId: row.mail_id,
    requestId: row.request_id,
    state: row.state as State,
    before: JSON.parse(row.before),
    historyId: row.history_id,
    messageId: row.message_id ?? undefined,
  };
}
