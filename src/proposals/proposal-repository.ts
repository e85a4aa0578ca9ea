/** Every SQL statement about proposals. */
import { APPROVED, type Decision, OPEN } from '../accreditation/index.js';
import { type Db, violatesUnique } from '../platform/database.js';
import { Conflict } from '../platform/errors.js';
import { type Part, partOf, readPart } from '../platform/together.js';
import {
  nextProposalState,
  type Proposal,
  type ProposalState,
  type ProposalStep,
  type ProposedWords,
} from './proposal.js';

interface ProposalRow {
  id: number;
  request_id: number;
  state: string;
  waiting_key: number | null;
  decision: string;
  reason: string;
  words: string;
  proposed_by: number;
  proposer_name: string;
  proposed_at: string;
  settler_name: string | null;
  settled_at: string | null;
  answer: string | null;
}

const table = (db: Db) => db<ProposalRow>('decision_proposals');

export interface NewProposal {
  requestId: number;
  words: ProposedWords;
  by: { id: number; name: string };
  at: Date;
}

/** Throws a Conflict when one waits already. */
export async function insertProposal(db: Db, { requestId, words, by, at }: NewProposal): Promise<void> {
  const { decision, reason, text, fact } = words;
  const row = {
    request_id: requestId,
    state: 'waiting',
    waiting_key: requestId,
    decision,
    reason,
    words: JSON.stringify({ text, ...(fact ? { fact } : {}) }),
    proposed_by: by.id,
    proposer_name: by.name,
    proposed_at: at.toISOString(),
  };
  try {
    await table(db).insert(row);
  } catch (error) {
    if (violatesUnique(error, 'waiting_key')) throw new Conflict('proposals:errors.waits');
    throw error;
  }
}

/** Which of these requests have a proposal that waits for a second person. */
export async function listProposedIds(db: Db, requestIds: readonly number[]): Promise<Set<number>> {
  const rows: { request_id: number }[] = await table(db)
    .where({ state: 'waiting' })
    .whereIn('request_id', requestIds as number[])
    .select('request_id');
  return new Set(rows.map((row) => row.request_id));
}

export async function findWaitingProposal(db: Db, requestId: number): Promise<Proposal | undefined> {
  const row = await table(db).where({ request_id: requestId, state: 'waiting' }).first();
  return row && toProposal(row);
}

/** All that were ever made about a request, the oldest first. */
export async function listProposals(db: Db, requestId: number): Promise<Proposal[]> {
  return (await table(db).where({ request_id: requestId }).orderBy('id')).map(toProposal);
}

export function findLatestProposal(db: Db, requestId: number): Promise<Proposal | undefined> {
  return readPart(latestProposalPart(db, requestId));
}

/** The one that waits, else the one that was settled last, as a part of one statement. */
export function latestProposalPart(db: Db, requestId: number): Part<Proposal | undefined> {
  return partOf<ProposalRow, Proposal | undefined>({
    rows: db('decision_proposals').where({ request_id: requestId }),
    columns: {
      ...{ id: 'number', request_id: 'number', waiting_key: 'number', proposed_by: 'number' },
      ...{ state: 'text', decision: 'text', reason: 'text', words: 'text', proposer_name: 'text' },
      ...{ proposed_at: 'text', settler_name: 'text', settled_at: 'text', answer: 'text' },
    },
    order: ['id'],
    read: (rows) => {
      const latest = rows.find(({ state }) => state === 'waiting') ?? rows.at(-1);
      return latest && toProposal(latest);
    },
  });
}

interface Settling {
  /** Undefined when it waits again. */
  by: { name: string } | undefined;
  at: Date;
  answer?: string;
}

/** Moves a proposal on by the table of its life; a Conflict when it has moved in the meantime. */
export async function moveProposal(
  db: Db,
  { id, state, requestId }: Pick<Proposal, 'id' | 'state' | 'requestId'>,
  step: ProposalStep,
  { by, at, answer = '' }: Settling,
): Promise<void> {
  const to = nextProposalState(state, step);
  const waits = to === 'waiting';
  const changed = await table(db)
    .where({ id, state })
    .update({
      state: to,
      waiting_key: waits ? requestId : null,
      settler_name: waits ? null : (by?.name ?? null),
      settled_at: waits ? null : at.toISOString(),
      answer: answer || null,
    });
  if (changed === 0) throw new Conflict('proposals:errors.settled');
}

export async function getProposal(db: Db, id: number): Promise<Proposal> {
  return toProposal((await table(db).where({ id }).first())!);
}

export interface WaitingProposal {
  reference: string;
  firstName: string;
  lastName: string;
  outletName: string;
  decision: Decision;
  proposedBy: number;
  proposerName: string;
  proposedAt: Date;
}

const waitingOnes = (db: Db) =>
  db('decision_proposals')
    .join('accreditation_requests', 'accreditation_requests.id', 'decision_proposals.request_id')
    .where('decision_proposals.state', 'waiting')
    .whereIn('accreditation_requests.state', [...OPEN, ...APPROVED]);

/** For the queue and the overview: what waits for a second person, the oldest first. */
export async function listWaitingProposals(db: Db): Promise<WaitingProposal[]> {
  const rows = await waitingOnes(db)
    .orderBy('decision_proposals.id')
    .select('decision_proposals.*', 'reference', 'first_name', 'last_name', 'outlet_name');
  return rows.map((row) => ({
    reference: row.reference,
    firstName: row.first_name,
    lastName: row.last_name,
    outletName: row.outlet_name,
    decision: row.decision as Decision,
    proposedBy: row.proposed_by,
    proposerName: row.proposer_name,
    proposedAt: new Date(row.proposed_at),
  }));
}

/** Those that wait for this member: their own ones wait for somebody else. */
export async function countProposalsFor(db: Db, memberId: number): Promise<number> {
  const [row] = await waitingOnes(db).whereNot('proposed_by', memberId).count({ count: '*' });
  return Number(row?.count ?? 0);
}

function toProposal(row: ProposalRow): Proposal {
  return {
    id: row.id,
    requestId: row.request_id,
    state: row.state as ProposalState,
    decision: row.decision as Decision,
    reason: row.reason,
    ...JSON.parse(row.words),
    proposedBy: row.proposed_by,
    proposerName: row.proposer_name,
    proposedAt: new Date(row.proposed_at),
    settlerName: row.settler_name ?? undefined,
    settledAt: row.settled_at ? new Date(row.settled_at) : undefined,
    answer: row.answer ?? '',
  };
}
