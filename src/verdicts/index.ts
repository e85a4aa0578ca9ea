/** The door of `verdicts/`: what other floors may use. */
export { giveVerdict } from './give-verdict.js';
export { readJudgedProofs } from './read-judged-proofs.js';
export {
  isFullyJudged,
  type JudgedProof,
  judgeProofs,
  missingVerdicts,
  type ProofVerdict,
  type VerdictKind,
} from './verdict.js';
export { type VerdictInput, verdictForm } from './verdict-form.js';
export { type VerdictFields, type VerdictState, verdictBadge, verdictFields } from './verdict-page.js';
export { listVerdicts, verdictsPart } from './verdict-repository.js';
