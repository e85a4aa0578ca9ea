import assert from 'node:assert/strict';
import { EVENT_STEPS, hasFixedNames, nextEventState, stepsFrom } from '../../src/eventdesk/lifecycle.js';
import { EVENT_STATES } from '../../src/events/event.js';
import { Conflict } from '../../src/platform/errors.js';

const ALLOWED = [
  ['draft', 'publish', 'published'],
  ['published', 'archive', 'archived'],
  ['archived', 'reopen', 'published'],
] as const;

describe('the life of an event', () => {
  for (const [from, step, to] of ALLOWED) {
    it(`leads from ${from} to ${to}`, () => assert.equal(nextEventState(from, step).state, to));
  }

  it('refuses everything that is not in the table', () => {
    for (const state of EVENT_STATES) {
      for (const step of EVENT_STEPS) {
        if (ALLOWED.some(([from, allowed]) => from === state && allowed === step)) continue;
        assert.throws(() => nextEventState(state, step), Conflict, `${state} ${step}`);
        assert.ok(!stepsFrom(state).includes(step));
      }
    }
  });

  it('fixes the names once the public knows them', () => {
    assert.deepEqual(
      EVENT_STATES.filter((state) => hasFixedNames(state)),
      ['published', 'archived'],
    );
  });
});
