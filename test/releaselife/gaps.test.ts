import assert from 'node:assert/strict';
import type { Asset } from '../../src/mediakit/index.js';
import { gapsOf } from '../../src/releaselife/gaps.js';
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

  it('is an attachment that is not published, and never words for a file that shows no picture', () => {
    const release = exampleRelease({ assets: ['stage'], language: 'en' });
    assert.deepEqual(gapsOf(release, [asset({ state: 'draft' })]), [{ kind: 'asset', name: 'Stage' }]);
    const sheet = asset({ kind: 'document', renditions: [] });
    assert.deepEqual(gapsOf(release, [sheet]), []);
  });
});
