import assert from 'node:assert/strict';
import type { ProofKind } from '../../src/accreditation/index.js';
import {
  enteredProof,
  isFullyJudged,
  judgeProofs,
  missingVerdicts,
  needsReason,
  PROOF_VERDICTS,
  type ProofVerdict,
  proofsOf,
} from '../../src/verdicts/verdict.js';
import { aRequestInput } from '../support/factories.js';

describe('the proofs of a request', () => {
  const entered = (proofKind: ProofKind) => aRequestInput({ proofKind });
  const keysOf = (proofKind: ProofKind, documents: number[]) =>
    proofsOf(entered(proofKind), documents).map(({ key }) => key.replace(/:[0-9a-f]{16}$/, ''));

  it('are its documents, and what was entered where no document stands for it', () => {
    assert.deepEqual(keysOf('press_card', [3]), ['document:3']);
    assert.deepEqual(keysOf('press_card', []), ['entered']);
    assert.deepEqual(keysOf('assignment', [3, 4]), ['document:3', 'document:4']);
    assert.deepEqual(keysOf('assignment', []), []);
    assert.deepEqual(keysOf('samples', []), ['entered']);
    assert.deepEqual(keysOf('imprint', [7]), ['document:7', 'entered']);
  });

  const verdictOn = (key: string, details: Partial<ProofVerdict> = {}): ProofVerdict => ({
    ...{ id: 1, requestId: 1, proof: { key, documentId: undefined }, verdict: 'valid', reason: '' },
    ...{ actor: 'staff:1', actorName: 'Mia Muster', at: new Date(0), ...details },
  });

  it('each have the latest verdict that was given on them', () => {
    const given = [
      verdictOn('document:3', { id: 1, verdict: 'unreadable' }),
      verdictOn('document:3', { id: 2, verdict: 'valid' }),
      verdictOn('document:4', { id: 3, verdict: 'expired' }),
    ];
    const judged = judgeProofs(entered('assignment'), [3, 4, 5], given);
    assert.deepEqual(
      judged.map(({ verdict }) => verdict?.verdict),
      ['valid', 'expired', undefined],
    );
    assert.deepEqual(missingVerdicts(judged), [{ key: 'document:5', documentId: 5 }]);
  });

  it('lose the verdict on what was entered once something else is entered', () => {
    const given = [verdictOn(enteredProof(entered('imprint')).key)];
    assert.equal(isFullyJudged(judgeProofs(entered('imprint'), [], given)), true);
    const other = { ...entered('imprint'), imprintUrl: 'https://anderswo.example' };
    assert.equal(isFullyJudged(judgeProofs(other, [], given)), false);
  });

  it('are not all judged where there is none', () => {
    assert.equal(isFullyJudged([]), false);
  });

  it('ask for words only where a proof is not valid', () => {
    assert.deepEqual(
      PROOF_VERDICTS.filter((verdict) => needsReason(verdict)),
      ['not_valid'],
    );
  });
});
