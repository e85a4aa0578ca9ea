import assert from 'node:assert/strict';
import { ASSET_STATES, isPublicAsset } from '../../src/mediakit/asset.js';

const T = new Date('2024-10-24T07:15:00Z');
const before = new Date(T.getTime() - 1000);

describe('an asset of the media kit', () => {
  for (const state of ASSET_STATES) {
    it(`is ${state === 'published' ? '' : 'not '}for the public as ${state}`, () => {
      const asset = { state, embargoUntil: undefined, validUntil: undefined };
      assert.equal(isPublicAsset(asset, T), state === 'published');
    });
  }

  it('waits for its embargo and goes at its end', () => {
    const waits = { state: 'published', embargoUntil: T, validUntil: undefined } as const;
    const ends = { state: 'published', embargoUntil: undefined, validUntil: T } as const;
    assert.deepEqual([isPublicAsset(waits, before), isPublicAsset(waits, T)], [false, true]);
    assert.deepEqual([isPublicAsset(ends, before), isPublicAsset(ends, T)], [true, false]);
  });
});
