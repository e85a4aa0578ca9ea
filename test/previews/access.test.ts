import assert from 'node:assert/strict';
import { STATES } from '../../src/accreditation/index.js';
import { Conflict } from '../../src/platform/errors.js';
import {
  ACCESS_STATES,
  ACCESS_STEPS,
  type AccessState,
  type AccessStep,
  FRESH_ACCESS,
  mayPreview,
  nextAccess,
  possibleAccessSteps,
  refusalOf,
} from '../../src/previews/access.js';

const STEPS = Object.keys(ACCESS_STEPS) as AccessStep[];

describe('access to releases under embargo', () => {
  it('moves by its table, makes earlier links worthless, and refuses everything not in the table', () => {
    const to: Record<AccessState, Partial<Record<AccessStep, AccessState>>> = {
      open: { renew: 'open', block: 'blocked' },
      blocked: { allow: 'open' },
    };
    for (const state of ACCESS_STATES)
      for (const step of STEPS) {
        const expected = to[state][step];
        const act = () => nextAccess({ version: 4, state }, step);
        if (expected) assert.deepEqual(act(), { version: 5, state: expected });
        else assert.throws(act, Conflict);
        assert.equal(possibleAccessSteps({ version: 4, state }).includes(step), expected !== undefined);
      }
  });

  it('is for the approved of the event only, as they were told, and never for a list that was taken in', () => {
    const allowed = STATES.filter((shownState) => mayPreview({ shownState, kept: false }, FRESH_ACCESS));
    assert.deepEqual(allowed, ['approved', 'approved_limited']);
    assert.equal(mayPreview({ shownState: 'approved', kept: true }, FRESH_ACCESS), false);
    assert.equal(
      mayPreview({ shownState: 'approved', kept: false }, { version: 1, state: 'blocked' }),
      false,
    );
  });

  it('says why a former link opens nothing', () => {
    const approved = { shownState: 'approved', kept: false } as const;
    const revoked = { shownState: 'revoked', kept: false } as const;
    assert.equal(refusalOf({ version: 1 }, undefined, FRESH_ACCESS), 'erased');
    assert.equal(refusalOf({ version: 1 }, revoked, FRESH_ACCESS), 'ended');
    assert.equal(refusalOf({ version: 2 }, approved, { version: 2, state: 'blocked' }), 'blocked');
    assert.equal(refusalOf({ version: 1 }, approved, { version: 2, state: 'open' }), 'replaced');
    assert.equal(refusalOf({ version: 2 }, approved, { version: 2, state: 'open' }), undefined);
  });
});
