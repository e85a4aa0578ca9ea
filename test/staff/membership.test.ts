import assert from 'node:assert/strict';
import { STAFF_STATES, type StaffState } from '../../src/staff/member.js';
import {
  allowsMembershipStep,
  type MembershipStep,
  maySteer,
  membershipStep,
} from '../../src/staff/membership.js';

const TABLE: Record<MembershipStep, { from: StaffState[]; to: StaffState }> = {
  accept: { from: ['invited'], to: 'active' },
  close: { from: ['invited', 'active'], to: 'closed' },
  reopen: { from: ['closed'], to: 'active' },
};

describe('the life of an account', () => {
  for (const [step, { from, to }] of Object.entries(TABLE) as [
    MembershipStep,
    (typeof TABLE)[MembershipStep],
  ][]) {
    it(`${step}: ${from.join(', ')} → ${to}, and refuses everything else`, () => {
      assert.equal(membershipStep(step).to, to);
      assert.deepEqual(
        STAFF_STATES.filter((state) => allowsMembershipStep(state, step)),
        from,
      );
    });
  }

  it('is steered by others, never by oneself', () => {
    assert.equal(maySteer({ id: 1 }, { id: 2 }), true);
    assert.equal(maySteer({ id: 1 }, { id: 1 }), false);
  });
});
