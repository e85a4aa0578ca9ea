import assert from 'node:assert/strict';
import { daysShown, medianOf, type Total, toDays, toParts, toSums } from '../../src/figures/tally.js';

const total = (over: Partial<Total>): Total => ({
  ...{ measure: 'requested', dimension: 'type', value: 'print', minutes: 0, amount: 1, last: '2024-10-10' },
  ...over,
});

describe('the days of the chart', () => {
  it('are the last fourteen up to today', () => {
    const days = daysShown([total({})], '2024-10-12');
    assert.equal(days.length, 14);
    assert.deepEqual([days[0], days.at(-1)], ['2024-09-29', '2024-10-12']);
  });

  it('end with the last one on which something happened when that is long ago', () => {
    assert.equal(daysShown([total({})], '2024-11-12').at(-1), '2024-10-10');
  });

  it('have no gaps, and none twice when the clocks change', () => {
    const days = daysShown([], '2024-10-30');
    assert.equal(new Set(days).size, 14);
    assert.ok(days.includes('2024-10-27'));
  });

  it('count one kind of outlet where only that is asked for', () => {
    const day = '2024-10-10';
    const totals = [
      { measure: 'requested', dimension: 'type', value: 'print', day, amount: 2 },
      { measure: 'requested', dimension: 'type', value: 'tv', day, amount: 1 },
      { measure: 'requested', dimension: 'area', value: 'text', day, amount: 3 },
    ] as const;
    assert.equal(toDays([day], totals, undefined)[0]?.requested, 3);
    assert.equal(toDays([day], totals, { dimension: 'type', value: 'tv' })[0]?.requested, 1);
  });
});

describe('sums', () => {
  it('count everybody once, and leave out what nobody asked for', () => {
    const totals = [
      total({ amount: 2 }),
      total({ value: 'tv', amount: 1 }),
      total({ dimension: 'area', value: 'text', amount: 3 }),
    ];
    assert.equal(toSums(totals, undefined).requested, 3);
    assert.deepEqual(
      toParts(totals, 'type').map(({ value, requested }) => [value, requested]),
      [
        ['print', 2],
        ['tv', 1],
      ],
    );
  });
});

describe('the median', () => {
  it('is the time that half of the decisions did not exceed', () => {
    const waits = [
      { minutes: 60, amount: 1 },
      { minutes: 5, amount: 1 },
      { minutes: 1440, amount: 1 },
    ];
    assert.equal(medianOf(waits), 60);
    assert.equal(medianOf([...waits, { minutes: 0, amount: 10 }]), 0);
    assert.equal(medianOf([{ minutes: 5, amount: -1 }]), undefined);
    assert.equal(medianOf([]), undefined);
  });
});
