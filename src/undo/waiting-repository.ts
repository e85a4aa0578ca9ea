/** Every SQL statement about decisions whose letter has not left yet. */
import type { AccreditationRequest, Decision, SlotWish, State } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';

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

export async function insertWaitingDecision(db: Db, waiting: WaitingDecision): Promise<void> {
  await db('waiting_decisions').insert({
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

export async function deleteWaitingDecision(db: Db, mailId: number): Promise<void> {
  await db('waiting_decisions').where({ mail_id: mailId }).delete();
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
