import assert from 'node:assert/strict';
import type { Thumb } from '../../src/mediakit/index.js';
import { variedPictures } from '../../src/site/home-page.js';

describe('the pictures on the home page', () => {
  const thumb = (slug: string, kind: string) => ({ slug, kind }) as Thumb;
  const slugs = (...thumbs: Thumb[]) => variedPictures(thumbs).map((each) => each.slug);

  it('are one of each kind, in the order of the media kit', () => {
    const kit = [thumb('1', 'photo'), thumb('2', 'photo'), thumb('3', 'portrait'), thumb('4', 'logo')];
    assert.deepEqual(slugs(...kit), ['1', '3', '4']);
  });

  it('are filled up where there are fewer kinds, three at most', () => {
    assert.deepEqual(slugs(...['1', '2', '3', '4'].map((slug) => thumb(slug, 'photo'))), ['1', '2', '3']);
    assert.deepEqual(slugs(), []);
  });
});
