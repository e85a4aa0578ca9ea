import assert from 'node:assert/strict';
import { promisedBy } from '../../src/overview/task.js';

describe('the promised answer date', () => {
  const now = new Date('2024-10-10T07:00:00Z');
  const promised = (answerBy: string) => promisedBy([{ id: 1, answerBy: new Date(answerBy) }], now);

  for (const [answerBy, late, due] of [
    ['2024-10-10T06:59:00Z', [1], []],
    ['2024-10-10T07:00:00Z', [], [1]],
    ['2024-10-11T21:59:00Z', [], [1]],
    ['2024-10-11T22:01:00Z', [], []],
  ] as const)
    it(`of ${answerBy} is ${late.length ? 'past' : due.length ? 'near' : 'far'}`, () =>
      assert.deepEqual(promised(answerBy), { late, due }));
});
