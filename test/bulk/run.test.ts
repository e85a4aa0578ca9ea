import assert from 'node:assert/strict';
import { allowsRunStep, nextRunState, type RunState, type RunStep, rulingOf } from '../../src/bulk/run.js';
import { Conflict } from '../../src/platform/errors.js';

const ALLOWED: [RunState, RunStep, RunState][] = [
  ['draft', 'start', 'running'],
  ['running', 'stop', 'stopped'],
  ['running', 'finish', 'done'],
  ['stopped', 'resume', 'running'],
  ['stopped', 'undo', 'undoing'],
  ['done', 'retry', 'running'],
  ['done', 'undo', 'undoing'],
  ['undoing', 'finishUndo', 'undone'],
];
const STATES: RunState[] = ['draft', 'running', 'stopped', 'done', 'undoing', 'undone'];
const STEPS: RunStep[] = ['start', 'stop', 'resume', 'retry', 'finish', 'undo', 'finishUndo'];

describe('the life of a bulk run', () => {
  it('goes these ways', () => {
    for (const [from, step, to] of ALLOWED) assert.equal(nextRunState(from, step), to);
  });

  it('and refuses everything else', () => {
    for (const state of STATES)
      for (const step of STEPS) {
        if (ALLOWED.some(([from, known]) => from === state && known === step)) continue;
        assert.equal(allowsRunStep(state, step), false);
        assert.throws(() => nextRunState(state, step), Conflict);
      }
  });

  it('says nothing in a language in which nobody wrote', () => {
    const texts = { de: { text: 'Voll.', limits: '' } };
    const run = { action: 'reject', wording: { reason: 'capacity', due: undefined, texts } } as const;
    assert.equal(rulingOf(run, 'de')?.text, 'Voll.');
    assert.equal(rulingOf(run, 'en'), undefined);
  });
});
