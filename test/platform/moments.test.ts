import assert from 'node:assert/strict';
import { enterMoment, isAmbiguous, momentOf, readMoment } from '../../src/platform/moments.js';

describe('a time in a form', () => {
  for (const [text, problem] of [
    ['', 'missing'],
    ['  ', 'missing'],
    ['2024-10-24', 'invalid'],
    ['24.10.2024 09:15', 'invalid'],
    ['2024-02-30T10:00', 'invalid'],
    ['0024-10-24T09:15', 'invalid'],
    ['2024-10-24T09:15+02:00', 'invalid'],
    ['2024-03-31T02:30', 'skipped'],
    ['2024-10-27T02:30', 'ambiguous'],
  ] as const) {
    it(`is ${problem} as "${text}"`, () => {
      assert.deepEqual(readMoment({ at: text }, 'at'), { ok: false, problem });
      assert.equal(momentOf({ at: text }, 'at'), undefined);
    });
  }

  it('may have seconds', () => {
    assert.deepEqual(momentOf({ at: '2024-10-24T09:15:00' }, 'at'), new Date('2024-10-24T07:15:00Z'));
  });

  for (const moment of ['2024-10-24T07:15:00Z', '2024-10-27T00:30:00Z', '2024-10-27T01:30:00Z']) {
    it(`comes back unchanged from its own fields: ${moment}`, () => {
      assert.deepEqual(momentOf(enterMoment('at', new Date(moment)), 'at'), new Date(moment));
    });
  }

  it('leaves its fields empty where there is none', () => assert.deepEqual(enterMoment('at', undefined), {}));

  it('asks in the hour that exists twice, and only then', () => {
    assert.deepEqual(
      ['2024-10-27T01:59', '2024-10-27T02:00', '2024-10-27T02:59', '2024-10-27T03:00', '', 'x'].map(
        isAmbiguous,
      ),
      [false, true, true, false, false, false],
    );
  });
});
