import assert from 'node:assert/strict';
import { dayChart } from '../../src/overview/day-chart-page.js';
import { translator } from '../../src/platform/i18n.js';
import { scaleFor } from '../../src/platform/scale.js';

describe('the lines behind the chart', () => {
  for (const [highest, top, step] of [
    [0, 4, 1],
    [4, 4, 1],
    [5, 6, 2],
    [24, 30, 10],
    [1440, 1500, 500],
  ] as const)
    it(`for ${highest} go up to ${top} in steps of ${step}`, () =>
      assert.deepEqual(scaleFor(highest), { top, step }));
});

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the chart of days', () => {
  const chart = (requested: number) =>
    dayChart(translator('en'), 'en', [{ day: '2024-10-27', requested, decided: 0 }]);

  it('says in words where the peaks are', () => {
    assert.equal(
      plain(chart(3).description),
      'Most requests, 3, came on 27 October 2024. Nothing was decided in this time. All values are in the table below.',
    );
  });

  it('writes numbers above the bars while there is room, and in the table always', () => {
    assert.equal(chart(3).days[0]?.requested.value, '3');
    assert.equal(chart(1440).days[0]?.requested.value, '');
    assert.deepEqual(chart(1440).rows, [
      { day: 'Sunday, 27\u00a0October 2024', requested: '1,440', decided: '0' },
    ]);
  });

  it('names the day below in short', () => assert.equal(chart(1).days[0]?.label, 'Sun 27'));
});
