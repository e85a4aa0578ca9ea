/** Gathers what a second person decides on: the latest proposal about a request, and its letter. Changes nothing. */
import { type AccreditationRequest, allows, getRequest, stepOf } from '../accreditation/index.js';
import { prepareDecisionOn, readFacts } from '../decisions/index.js';
import type { Db } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { isStale, type Proposal } from '../proposals/index.js';
import { rulingOf } from './confirm-proposal.js';
import type { ProposalRecord } from './proposed.js';

/** Throws NotFound, also where nobody ever proposed anything. */
export async function readProposal(db: Db, reference: string, at: Date): Promise<ProposalRecord> {
  const request = await getRequest(db, reference);
  const facts = await readFacts(db, request);
  const { history, latestProposal: latest } = facts;
  if (!latest) throw new NotFound('proposals:errors.none');
  const stale = isStale(history, latest) || !isPossible(request, latest);
  const sends = latest.state === 'waiting' && !stale;
  const letter = sends ? (await prepareDecisionOn(db, facts, rulingOf(latest), at)).letter : undefined;
  return { ...facts, latest, stale, letter };
}

const isPossible = ({ state, needsReapproval }: AccreditationRequest, { decision }: Proposal): boolean =>
  allows(state, stepOf(decision, state, needsReapproval));
