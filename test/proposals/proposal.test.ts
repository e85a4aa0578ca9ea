import assert from 'node:assert/strict';
import type { HistoryEntry } from '../../src/accreditation/index.js';
import { Conflict } from '../../src/platform/errors.js';
import {
  isStale,
  nextProposalState,
  PROPOSAL_STATES,
  PROPOSAL_STEPS,
  type ProposalState,
  type ProposalStep,
} from '../../src/proposals/proposal.js';

describe('the life of a proposal', () => {
  const ALLOWED: [ProposalState, ProposalStep, ProposalState][] = [
    ['waiting', 'confirm', 'confirmed'],
    ['waiting', 'return', 'returned'],
    ['waiting', 'take_back', 'taken_back'],
    ['waiting', 'lapse', 'lapsed'],
    ['confirmed', 'reopen', 'waiting'],
    ['lapsed', 'reopen', 'waiting'],
  ];
  for (const [from, step, to] of ALLOWED)
    it(`goes from ${from} by ${step} to ${to}`, () => assert.equal(nextProposalState(from, step), to));

  it('refuses everything else', () => {
    for (const from of PROPOSAL_STATES)
      for (const step of PROPOSAL_STEPS)
        if (!ALLOWED.some(([state, name]) => state === from && name === step))
          assert.throws(() => nextProposalState(from, step), Conflict, `${from} ${step}`);
  });
});

describe('a proposal whose request is another one since', () => {
  const entry = (step: HistoryEntry['step'], shown = false): HistoryEntry => ({
    step,
    state: 'in_review',
    actor: 'staff:1',
    actorName: '',
    details: {},
    at: new Date(0),
    shownAt: shown ? new Date(0) : undefined,
  });
  const CASES: [string, HistoryEntry[], boolean][] = [
    ['nothing happened', [], false],
    ['it was taken into review', [entry('open', true)], false],
    ['a proof was judged', [entry('verdict')], false],
    ['the applicant wrote a message', [entry('write', true)], false],
    ['the applicant changed it', [entry('edit', true)], true],
    ['the applicant answered', [entry('answer', true)], true],
    ['it was withdrawn', [entry('withdraw', true)], true],
    ['something was decided', [entry('waitlist')], true],
    ['a decision was undone', [entry('reject'), entry('undo')], false],
    [
      'it was changed while an undone letter waited',
      [entry('reject'), entry('edit', true), entry('undo')],
      true,
    ],
    ['it was decided again after undoing', [entry('reject'), entry('undo'), entry('approve')], true],
    [
      'a letter left before another was undone',
      [entry('waitlist', true), entry('reject'), entry('undo')],
      true,
    ],
  ];
  for (const [name, since, stale] of CASES)
    it(`is ${stale ? '' : 'not '}stale when ${name}`, () =>
      assert.equal(
        isStale([entry('edit', true), entry('propose'), ...since], { proposedAt: new Date(0) }),
        stale,
      ));
});
