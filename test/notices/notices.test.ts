import assert from 'node:assert/strict';
import { isDigestDue, toNoticePayload } from '../../src/notices/notices.js';

describe('notices to the team', () => {
  it('accepts only a request and a known occasion', () => {
    assert.deepEqual(toNoticePayload({ requestId: 3, occasion: 'new' }), { requestId: 3, occasion: 'new' });
    for (const wrong of [null, {}, { requestId: '3', occasion: 'new' }, { requestId: 3, occasion: 'party' }])
      assert.throws(() => toNoticePayload(wrong));
  });

  const DIGESTS: [string | undefined, string, boolean][] = [
    [undefined, '2024-10-10T04:59:00Z', false],
    [undefined, '2024-10-10T05:00:00Z', true],
    ['2024-10-10T05:00:00Z', '2024-10-10T20:00:00Z', false],
    ['2024-10-10T05:00:00Z', '2024-10-11T04:30:00Z', false],
    ['2024-10-10T21:30:00Z', '2024-10-11T05:00:00Z', true],
    ['2024-10-26T05:00:00Z', '2024-10-27T05:30:00Z', false],
    ['2024-10-26T05:00:00Z', '2024-10-27T06:00:00Z', true],
  ];
  for (const [last, now, due] of DIGESTS) {
    it(`${due ? 'sends' : 'sends no'} digest at ${now} after one at ${last ?? 'no time'}`, () => {
      assert.equal(isDigestDue(last ? new Date(last) : undefined, new Date(now)), due);
    });
  }
});
