import assert from 'node:assert/strict';
import type { Asset } from '../../src/mediakit/index.js';
import { isAhead, standingOf, waitsUntil } from '../../src/releaselife/attachments.js';
import { exampleAsset } from '../mediakit/example-asset.js';

const NOW = new Date('2024-10-23T08:00:00Z');
const EVE = new Date('2024-10-23T16:00:00Z');
const OPENING = new Date('2024-10-24T07:15:00Z');
const AFTER = new Date('2024-10-25T07:15:00Z');

const asset = (changes: Partial<Asset> = {}): Asset =>
  ({ ...exampleAsset(), licensor: 'Amt', people: [], noEnd: true, state: 'published', ...changes }) as Asset;

describe('an attachment beside its release', () => {
  for (const [changes, standing] of [
    [{}, 'public'],
    [{ state: 'draft' }, 'draft'],
    [{ state: 'draft', credit: '' }, 'incomplete'],
    [{ state: 'withdrawn' }, 'withdrawn'],
    [{ embargoUntil: NOW }, 'public'],
    [{ embargoUntil: EVE }, 'earlier'],
    [{ embargoUntil: OPENING }, 'same'],
    [{ embargoUntil: AFTER }, 'later'],
    [{ validUntil: NOW }, 'expired'],
    [{ validUntil: OPENING }, 'ends'],
    [{ validUntil: AFTER }, 'public'],
  ] as const)
    it(`stands ${standing}: ${JSON.stringify(changes)}`, () =>
      assert.equal(standingOf(asset(changes), OPENING, NOW), standing));

  it('waits longer than a release that appears at once', () =>
    assert.equal(standingOf(asset({ embargoUntil: EVE }), undefined, NOW), 'later'));

  it('is ahead where the public has it first', () =>
    assert.deepEqual((['public', 'earlier', 'same', 'later'] as const).map(isAhead), [
      true,
      true,
      false,
      false,
    ]));

  for (const [plan, until] of [
    [{ atOnce: true, publishAt: undefined, embargoUntil: undefined }, undefined],
    [{ atOnce: true, publishAt: undefined, embargoUntil: OPENING }, OPENING],
    [{ atOnce: false, publishAt: EVE, embargoUntil: OPENING }, OPENING],
    [{ atOnce: false, publishAt: AFTER, embargoUntil: OPENING }, AFTER],
    [{ atOnce: false, publishAt: EVE, embargoUntil: undefined }, EVE],
    [{ atOnce: false, publishAt: NOW, embargoUntil: NOW }, undefined],
  ] as const)
    it(`waits for the later of both: ${JSON.stringify(plan)}`, () =>
      assert.deepEqual(waitsUntil(plan, NOW), until));
});
