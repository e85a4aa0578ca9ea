import assert from 'node:assert/strict';
import { isVisible, visibleFrom, type Window } from '../../src/platform/embargo.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);

describe('what waits for its moment', () => {
  const table: [string, Window, boolean, boolean, boolean][] = [
    ['without any limit is always seen', {}, true, true, true],
    ['under embargo is seen from its second on', { embargoUntil: T }, false, true, true],
    ['to be published is seen from its second on', { publishAt: T }, false, true, true],
    [
      'published earlier still waits for its embargo',
      { publishAt: around(-60), embargoUntil: T },
      false,
      true,
      true,
    ],
    [
      'with an embargo that is over still waits for publication',
      { publishAt: T, embargoUntil: around(-60) },
      false,
      true,
      true,
    ],
    ['with an end is gone from that second on', { validUntil: T }, true, false, false],
    [
      'whose end lies before its embargo is never seen',
      { embargoUntil: T, validUntil: around(-60) },
      false,
      false,
      false,
    ],
  ];
  for (const [name, window, before, at, after] of table) {
    it(name, () => {
      assert.deepEqual(
        [-1, 0, 1].map((seconds) => isVisible(window, around(seconds))),
        [before, at, after],
      );
    });
  }

  it('is released at the later of publication and end of the embargo', () => {
    assert.deepEqual(visibleFrom(T, undefined), T);
    assert.deepEqual(visibleFrom(T, around(60)), around(60));
    assert.deepEqual(visibleFrom(T, around(-60)), T);
  });
});
