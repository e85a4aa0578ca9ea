import assert from 'node:assert/strict';
import { DECISIVE_FIELDS, type RequestInput } from '../../src/accreditation/request.js';
import { changedFields, isDecisive } from '../../src/selfservice/changes.js';
import { aRequestInput } from '../support/factories.js';

const before = { input: aRequestInput(), slotIds: [1, 2], hasNewFile: false };

describe('the changes of an edit', () => {
  it('are none when nothing changed, whatever the order of the slots', () => {
    assert.deepEqual(changedFields(before, { ...before, slotIds: [2, 1] }), []);
  });

  it('are named for every field but the confirmed address', () => {
    for (const field of Object.keys(before.input) as (keyof RequestInput)[]) {
      const input = { ...before.input, [field]: 'anders' };
      assert.deepEqual(changedFields(before, { ...before, input }), field === 'email' ? [] : [field]);
    }
  });

  it('include a new file and other slots', () => {
    assert.deepEqual(changedFields(before, { ...before, slotIds: [1], hasNewFile: true }), [
      'proofFile',
      'slots',
    ]);
  });

  for (const field of [...DECISIVE_FIELDS, 'proofFile'])
    it(`ask for a new decision after a change of ${field}`, () =>
      assert.equal(isDecisive(['phone', field]), true));

  it('ask for no new decision when only contact, needs or slots changed', () => {
    const others = ['phone', 'jobTitle', 'outletWebsite', 'editorialContact', 'equipmentNeeds'];
    assert.equal(isDecisive([...others, 'vehiclePlate', 'accessNeeds', 'note', 'slots']), false);
    assert.equal(isDecisive([]), false);
  });
});
