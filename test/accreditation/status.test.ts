import assert from 'node:assert/strict';
import { applicantStep, STATES, type State, type StepBy } from '../../src/accreditation/status.js';
import { Conflict } from '../../src/platform/errors.js';

const OPEN: State[] = ['received', 'in_review', 'info_requested', 'waitlisted'];
const LIVE: State[] = [...OPEN, 'approved', 'approved_limited'];
const ALLOWED: Record<StepBy<'applicant'>, State[]> = {
  confirm: ['unconfirmed'],
  answer: ['info_requested'],
  edit: LIVE,
  write: LIVE,
  withdraw: ['unconfirmed', ...LIVE],
};

describe('a step of the applicant', () => {
  for (const [step, allowed] of Object.entries(ALLOWED) as [StepBy<'applicant'>, State[]][]) {
    it(`${step} follows the table and refuses everything not in it`, () => {
      for (const state of STATES) {
        const act = () => applicantStep({ state, shownState: state }, step);
        if (allowed.includes(state)) assert.doesNotThrow(act, state);
        else assert.throws(act, Conflict, state);
      }
    });
  }

  const cases: [State, State, StepBy<'applicant'>, State, State][] = [
    ['info_requested', 'info_requested', 'answer', 'in_review', 'in_review'],
    ['approved', 'approved', 'edit', 'approved', 'approved'],
    ['in_review', 'in_review', 'withdraw', 'withdrawn', 'withdrawn'],
    // The letter of a decision waits: what was decided stays, unless the request ends.
    ['rejected', 'in_review', 'write', 'rejected', 'in_review'],
    ['approved', 'info_requested', 'answer', 'approved', 'in_review'],
    ['rejected', 'in_review', 'withdraw', 'withdrawn', 'withdrawn'],
    ['revoked', 'approved', 'edit', 'revoked', 'approved'],
  ];
  for (const [state, shownState, step, toState, toShown] of cases) {
    it(`${step} leads from ${state} (seen as ${shownState}) to ${toState} (seen as ${toShown})`, () => {
      assert.deepEqual(applicantStep({ state, shownState }, step), { state: toState, shownState: toShown });
    });
  }
});
