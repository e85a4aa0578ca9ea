import assert from 'node:assert/strict';
import { type Looked, obstacleTo } from '../../src/bulk/obstacle.js';
import { BULK_DECISIONS } from '../../src/bulk/run.js';
import { documentProof } from '../../src/verdicts/verdict.js';

const NEW: Looked = {
  request: { state: 'received', shownState: 'received', needsReapproval: false },
  proofs: undefined,
  proposed: false,
  tooLate: false,
  fourEyes: false,
};
const judged = (...verdicts: ('valid' | 'expired' | undefined)[]): Looked => ({
  ...NEW,
  proofs: verdicts.map((verdict, at) => ({
    proof: documentProof(at),
    verdict: verdict && {
      ...{ id: at, requestId: 1, proof: documentProof(at), verdict, reason: '' },
      ...{ actor: 'staff:1', actorName: 'Ute Ordner', at: new Date(0) },
    },
  })),
});
const standing = (state: Looked['request']['state']): Looked => ({
  ...NEW,
  request: { state, shownState: state, needsReapproval: false },
});

describe('what keeps a request out of a bulk run', () => {
  it('is nothing where one look would not show more', () => {
    for (const decision of BULK_DECISIONS) assert.equal(obstacleTo(decision, NEW), undefined);
    assert.equal(obstacleTo('approve', judged('valid')), undefined);
    assert.equal(obstacleTo('approve', judged('expired', 'valid')), undefined);
  });

  it('is a state that does not allow the decision', () => {
    assert.equal(obstacleTo('reject', standing('approved')), 'state');
    assert.equal(obstacleTo('waitlist', standing('waitlisted')), 'state');
    assert.equal(obstacleTo('approve', standing('withdrawn')), 'state');
  });

  it('is a decision whose letter still waits, also where the state would allow another', () => {
    const request = { state: 'waitlisted', shownState: 'received', needsReapproval: false } as const;
    assert.equal(obstacleTo('approve', { ...NEW, request }), 'decisionWaits');
  });

  it('is a proof that nobody judged, or none that is valid', () => {
    assert.equal(obstacleTo('approve', judged()), 'verdictMissing');
    assert.equal(obstacleTo('approve', judged('valid', undefined)), 'verdictMissing');
    assert.equal(obstacleTo('approve_limited', judged('expired')), 'verdictNegative');
  });

  it('is an event that nobody can come to any more', () =>
    assert.equal(obstacleTo('approve', { ...judged(), tooLate: true }), 'over'));

  it('is the second person', () => {
    assert.equal(obstacleTo('reject', { ...NEW, fourEyes: true }), 'fourEyes');
    assert.equal(obstacleTo('approve', { ...judged('valid'), proposed: true }), 'proposed');
  });
});
