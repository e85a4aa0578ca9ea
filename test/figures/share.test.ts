import assert from 'node:assert/strict';
import { type Counted, changesBetween, roundedMinutes, shareOf, summed } from '../../src/figures/share.js';

const request = (over: Partial<Counted> = {}): Counted => ({
  ...{ eventId: 1, outletType: 'print', workArea: 'text', state: 'received', decision: undefined },
  ...{ confirmedAt: new Date('2024-10-10T21:59:00Z'), decidedAt: undefined },
  ...over,
});
const approved = request({
  ...{ state: 'approved', decision: 'approve', decidedAt: new Date('2024-10-10T22:01:00Z') },
});

describe('what a request adds to the figures', () => {
  it('is nothing while the address is not confirmed', () => {
    assert.equal(shareOf(request({ state: 'unconfirmed', confirmedAt: undefined }), undefined), undefined);
  });

  it('counts by the day in Berlin', () => {
    const share = shareOf(approved, undefined)!;
    assert.equal(share.requestedOn, '2024-10-10');
    assert.equal(share.decidedOn, '2024-10-11');
  });

  it('counts by outlet type and by work area apart, never by both', () => {
    const changes = changesBetween(undefined, shareOf(request(), undefined));
    assert.deepEqual(
      changes.map(({ measure, dimension, value, amount }) => [measure, dimension, value, amount]),
      [
        ['requested', 'type', 'print', 1],
        ['requested', 'area', 'text', 1],
      ],
    );
  });

  it('keeps the day of the first decision when it is decided anew', () => {
    const before = shareOf(approved, undefined);
    const later = { ...approved, decision: 'revoke' as const, state: 'revoked' as const };
    const after = shareOf({ ...later, decidedAt: new Date('2024-10-20T08:00:00Z') }, before)!;
    assert.equal(after.decidedOn, '2024-10-11');
    assert.equal(after.approved, false);
  });

  it('takes an undone decision back, and does not count a further enquiry as one', () => {
    const before = shareOf(approved, undefined);
    assert.equal(shareOf(request(), before)!.decidedOn, '');
    const asked = request({ decision: 'enquire', decidedAt: new Date(), state: 'info_requested' });
    assert.equal(shareOf(asked, undefined)!.decidedOn, '');
  });

  it('changes nothing when it is counted again', () => {
    const share = shareOf(approved, undefined);
    assert.deepEqual(changesBetween(share, shareOf(approved, share)), []);
  });

  it('moves from one outlet type to another', () => {
    const before = shareOf(request(), undefined);
    const changes = changesBetween(before, shareOf(request({ outletType: 'tv' }), before));
    assert.deepEqual(
      changes.map(({ value, amount }) => [value, amount]),
      [
        ['print', -1],
        ['tv', 1],
      ],
    );
  });

  it('of several requests is summed in a fixed order', () => {
    const changes = [shareOf(approved, undefined), shareOf(request(), undefined)].flatMap((share) =>
      changesBetween(undefined, share),
    );
    const sums = summed(changes.reverse());
    assert.equal(sums.find(({ measure, value }) => measure === 'requested' && value === 'print')?.amount, 2);
    assert.deepEqual(sums, summed(changes.reverse()));
  });
});

describe('the time to a decision', () => {
  for (const [minutes, rounded] of [
    [0, 0],
    [4, 5],
    [58, 60],
    [61, 60],
    [100, 90],
    [1440, 1440],
    [1475, 1500],
  ] as const)
    it(`of ${minutes} minutes counts as ${rounded}`, () => assert.equal(roundedMinutes(minutes), rounded));
});
