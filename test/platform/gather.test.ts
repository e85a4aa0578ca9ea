import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { gather } from '../../src/platform/gather.js';

describe('gathering who asks at the same moment', () => {
  it('serves the first at once, and those who came in the meantime together, at most so many', async () => {
    const groups: number[][] = [];
    const double = gather<number, number>(3, async (items) => {
      groups.push([...items]);
      await setImmediate();
      return items.map((item) => item * 2);
    });
    assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map(double)), [2, 4, 6, 8, 10]);
    assert.deepEqual(groups, [[1], [2, 3, 4], [5]]);
    assert.equal(await double(6), 12);
    assert.deepEqual(groups.at(-1), [6]);
  });

  it('does a group that failed again one by one, so that only the faulty one is refused', async () => {
    const root = gather<number, number>(10, async (items) => {
      await setImmediate();
      if (items.some((item) => item < 0)) throw new Error('no root');
      return items.map(Math.sqrt);
    });
    const ended = await Promise.allSettled([4, 9, -1, 16].map(root));
    assert.deepEqual(
      ended.map((end) => (end.status === 'fulfilled' ? end.value : end.reason.message)),
      [2, 3, 'no root', 4],
    );
    assert.equal(await root(25), 5);
  });
});
