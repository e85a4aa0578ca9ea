import assert from 'node:assert/strict';
import type { State } from '../../src/accreditation/index.js';
import { type Due, dueFor, durationBetween } from '../../src/queue/waiting.js';

const ANSWER_BY = new Date('2024-10-23T10:00:00Z');

describe('waiting and due dates', () => {
  const CASES: [State, boolean, string, Due][] = [
    ['received', false, '2024-10-21T10:00:00Z', 'later'],
    ['in_review', false, '2024-10-22T21:59:00Z', 'tomorrow'],
    ['in_review', false, '2024-10-22T22:00:00Z', 'today'],
    ['info_requested', false, '2024-10-23T10:00:00Z', 'today'],
    ['waitlisted', false, '2024-10-23T10:00:01Z', 'late'],
    ['approved', true, '2024-10-24T10:00:00Z', 'late'],
    ['approved', false, '2024-10-24T10:00:00Z', 'none'],
    ['rejected', false, '2024-10-24T10:00:00Z', 'none'],
    ['withdrawn', false, '2024-10-24T10:00:00Z', 'none'],
  ];
  for (const [state, needsReapproval, now, expected] of CASES) {
    it(`calls ${state}${needsReapproval ? ', changed,' : ''} at ${now} ${expected}`, () => {
      assert.equal(dueFor({ state, needsReapproval }, ANSWER_BY, new Date(now)), expected);
    });
  }

  it('counts minutes, then hours, then days and hours, and never backwards', () => {
    const from = new Date('2024-10-10T07:00:00Z');
    const lasting = (minutes: number) => durationBetween(from, new Date(from.getTime() + minutes * 60_000));
    assert.deepEqual(lasting(-5), { unit: 'minutes', count: 0 });
    assert.deepEqual(lasting(59), { unit: 'minutes', count: 59 });
    assert.deepEqual(lasting(60), { unit: 'hours', count: 1 });
    assert.deepEqual(lasting(24 * 60 + 61), { unit: 'days', days: 1, hours: 1 });
  });
});
