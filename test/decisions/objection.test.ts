import assert from 'node:assert/strict';
import type { Decision, State } from '../../src/accreditation/index.js';
import { comesTooLate, decisionsNow, needsFourEyes } from '../../src/decisions/objection.js';

const END = new Date('2024-10-24T15:00:00Z');
const ofState = (state: State) => ({ state, needsReapproval: false });

describe('why a decision cannot be taken', () => {
  const EYES: [Decision, boolean][] = [
    ['approve', false],
    ['approve_limited', false],
    ['waitlist', false],
    ['reject', true],
    ['enquire', false],
    ['revoke', true],
  ];
  for (const [decision, needs] of EYES)
    it(`asks for four eyes ${needs ? 'to' : 'not to'} ${decision}, where the event says so`, () => {
      assert.equal(needsFourEyes({ fourEyes: true }, decision), needs);
      assert.equal(needsFourEyes({ fourEyes: false }, decision), false);
    });

  it('lets nobody in when the event is over or archived, but answers and takes back', () => {
    const during = new Date(END.getTime() - 1);
    const over = { state: 'published', endsAt: END } as const;
    const archived = { state: 'archived', endsAt: END } as const;
    for (const [event, now] of [[over, END] as const, [archived, during] as const]) {
      assert.deepEqual(decisionsNow(ofState('received'), event, now), ['waitlist', 'reject', 'enquire']);
      assert.deepEqual(decisionsNow(ofState('approved'), event, now), ['revoke']);
    }
    assert.equal(comesTooLate(over, 'approve', during), false);
  });
});
