import assert from 'node:assert/strict';
import type { Asset } from '../../src/mediakit/index.js';
import { gapsOf } from '../../src/releaselife/gaps.js';
import { exampleAsset } from '../mediakit/example-asset.js';
import { exampleRelease } from '../newsroom/example-release.js';

const asset = (changes: Partial<Asset> = {}): Asset =>
  ({
    slug: 'stage',
    kind: 'photo',
    state: 'published',
    texts: { title: { de: 'Bühne', en: 'Stage' }, alt: { de: 'Eine Bühne.', en: '' } },
    renditions: [{ width: 800 }],
    ...changes,
  }) as Asset;

describe('what a release still lacks', () => {
  it('is nothing where everything is there', () => {
    assert.deepEqual(gapsOf(exampleRelease({ assets: ['stage'] }), [asset()]), []);
  });

  for (const [changes, gap] of [
    [{ title: ' ' }, { kind: 'title' }],
    [{ teaser: '' }, { kind: 'teaser' }],
    [{ body: '\n' }, { kind: 'body' }],
    [{ contact: { name: '', email: 'presse@ministerium.example', phone: '' } }, { kind: 'contact' }],
    [{ contact: { name: 'Pressestelle', email: '', phone: '' } }, { kind: 'contact' }],
    [{ assets: ['gone'] }, { kind: 'asset', name: 'gone' }],
    [
      { assets: ['stage'], language: 'en' },
      { kind: 'alt', name: 'Stage' },
    ],
  ] as const) {
    it(`is named: ${gap.kind}`, () =>
      assert.deepEqual(gapsOf(exampleRelease(changes as object), [asset()]), [gap]));
  }

  it('is a draft of the media kit that is not complete; a complete one is published with the release', () => {
    const release = exampleRelease({ assets: ['stage'], state: 'draft' });
    const whole = { ...exampleAsset(), licensor: 'Amt', people: [], noEnd: true, state: 'draft' as const };
    assert.deepEqual(gapsOf(release, [asset({ ...whole, slug: 'stage' })]), []);
    const without = asset({ ...whole, id: 7, slug: 'stage', credit: '' });
    assert.deepEqual(gapsOf(release, [without]), [{ kind: 'unready', name: 'Der Saal', assetId: 7 }]);
  });

  it('is an attachment that is not published, and never words for a file that shows no picture', () => {
    const release = exampleRelease({ assets: ['stage'], language: 'en' });
    for (const state of ['draft', 'withdrawn'] as const)
      assert.deepEqual(gapsOf(release, [asset({ state })]), [{ kind: 'asset', name: 'Stage' }]);
    const sheet = asset({ kind: 'document', renditions: [] });
    assert.deepEqual(gapsOf(release, [sheet]), []);
  });
});
