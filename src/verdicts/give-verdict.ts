/** A member judges one proof of a request: valid, not valid, unreadable or expired, with a reason. */
import { addHistory, lockRequestOf, subjectOf } from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { actorOf, type Member } from '../staff/index.js';
import { readJudgedProofs } from './read-judged-proofs.js';
import type { ProofVerdict, VerdictKind } from './verdict.js';
import { insertVerdict } from './verdict-repository.js';

export interface VerdictOrder {
  reference: string;
  /** `document:12` or `entered:…`, as the page had it. */
  proof: string;
  verdict: VerdictKind;
  reason: string;
  /** The number of the verdict that the member saw; 0: none. */
  seen: number;
  by: Member;
}

/**
 * Saying the same twice changes nothing. Throws NotFound, or a Conflict when the proof is no longer there as it was
 * shown or somebody else has judged it in the meantime.
 */
export async function giveVerdict({ db, clock }: Deps, order: VerdictOrder): Promise<void> {
  const at = clock.now();
  const { verdict, reason, by } = order;
  await db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, order.reference);
    const proofs = (await readJudgedProofs(trx, [request])).get(request.id) ?? [];
    const judged = proofs.find(({ proof }) => proof.key === order.proof);
    if (!judged) throw new Conflict('verdicts:errors.changed');
    if (judged.verdict && isSame(judged.verdict, order)) return;
    if ((judged.verdict?.id ?? 0) !== order.seen) throw new Conflict('verdicts:errors.faster');
    const { proof } = judged;
    const who = { actor: actorOf(by), actorName: by.name };
    await insertVerdict(trx, { requestId: request.id, proof, verdict, reason, at, ...who });
    // The number and not the name of the document: names of files may name people.
    const document = proof.documentId === undefined ? '' : String(proof.documentId);
    await addHistory(trx, request.id, {
      ...{ step: 'verdict', state: request.state, ...who },
      details: { verdict, ...(document ? { document } : {}), ...(reason ? { text: reason } : {}) },
      at,
      shownAt: undefined,
    });
    await appendAudit(trx, {
      ...{ at, actor: who.actor, action: 'request.verdict', subject: subjectOf(request) },
      details: { verdict, document: proof.documentId ?? null },
    });
  });
}

const isSame = (given: ProofVerdict, { verdict, reason, by }: VerdictOrder): boolean =>
  given.verdict === verdict && given.reason === reason && given.actor === actorOf(by);
