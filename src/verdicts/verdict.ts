/** The verdict on a proof: which proofs of a request can get one, which one counts, and which proof still waits. */
import { createHash } from 'node:crypto';
import type { AccreditationRequest } from '../accreditation/index.js';

export const PROOF_VERDICTS = ['valid', 'not_valid', 'unreadable', 'expired'] as const;
export type VerdictKind = (typeof PROOF_VERDICTS)[number];

/** A document, or the entered proof: card number, links, imprint. */
export interface Proof {
  /** `document:12`, or `entered:` and a mark of what was entered. */
  key: string;
  documentId: number | undefined;
}

/** What a member thinks of one proof. Internal: the applicant reads it only among their own data, without a name (decision 14). */
export interface ProofVerdict {
  id: number;
  requestId: number;
  proof: Proof;
  verdict: VerdictKind;
  /** In words; empty where the verdict says it all. */
  reason: string;
  /** `staff:3` */
  actor: string;
  actorName: string;
  at: Date;
}

export interface JudgedProof {
  proof: Proof;
  /** Undefined: nobody has judged it yet. */
  verdict: ProofVerdict | undefined;
}

/** What a request must say about its proof. */
type WithProof = Pick<
  AccreditationRequest,
  | 'proofKind'
  | 'pressCardIssuer'
  | 'pressCardNumber'
  | 'pressCardYear'
  | 'sampleUrl1'
  | 'sampleUrl2'
  | 'imprintUrl'
>;

/** "Not valid" alone explains nothing; the others do. */
export const needsReason = (verdict: VerdictKind): boolean => verdict === 'not_valid';

export const documentProof = (id: number): Proof => ({ key: `document:${id}`, documentId: id });

/** Another mark once the applicant enters something else: what was judged before does not count for that. */
export function enteredProof(request: WithProof): Proof {
  const { proofKind, pressCardIssuer, pressCardNumber, pressCardYear } = request;
  const entered = [proofKind, pressCardIssuer, pressCardNumber, pressCardYear];
  const links = [request.sampleUrl1, request.sampleUrl2, request.imprintUrl];
  const mark = createHash('sha256')
    .update(JSON.stringify([...entered, ...links]))
    .digest('hex');
  return { key: `entered:${mark.slice(0, 16)}`, documentId: undefined };
}

/**
 * Every document is a proof. What was entered is one as well where no document stands for it: links and imprint
 * always, a card number only without a copy of the card.
 */
export function proofsOf(request: WithProof, documentIds: readonly number[]): Proof[] {
  const documents = documentIds.map(documentProof);
  const links = request.proofKind === 'samples' || request.proofKind === 'imprint';
  const withoutCopy = request.proofKind === 'press_card' && documents.length === 0;
  return links || withoutCopy ? [...documents, enteredProof(request)] : documents;
}

/** Each proof with the verdict that counts, in the order of the page. */
export function judgeProofs(
  request: WithProof,
  documentIds: readonly number[],
  verdicts: readonly ProofVerdict[],
): JudgedProof[] {
  return proofsOf(request, documentIds).map((proof) => ({
    proof,
    verdict: verdicts.filter(({ proof: { key } }) => key === proof.key).at(-1),
  }));
}

/** The proofs without a verdict. */
export const missingVerdicts = (proofs: readonly JudgedProof[]): Proof[] =>
  proofs.filter(({ verdict }) => verdict === undefined).map(({ proof }) => proof);

/** Is there a proof at all, and is every one judged? */
export const isFullyJudged = (proofs: readonly JudgedProof[]): boolean =>
  proofs.length > 0 && missingVerdicts(proofs).length === 0;

export function isVerdictKind(value: unknown): value is VerdictKind {
  return PROOF_VERDICTS.some((known) => known === value);
}
