import assert from 'node:assert/strict';
import { changedAt, isPublicRelease, RELEASE_STATES, releasedAt } from '../../src/newsroom/release.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);
const PUBLIC = ['scheduled', 'published', 'corrected'];

describe('a release', () => {
  for (const state of RELEASE_STATES) {
    it(`is ${PUBLIC.includes(state) ? '' : 'not '}for the public as ${state}, once its time has come`, () => {
      const release = { state, publishAt: T, embargoUntil: undefined };
      assert.equal(isPublicRelease(release, T), PUBLIC.includes(state));
      assert.equal(isPublicRelease(release, around(-1)), false);
    });
  }

  it('waits for its embargo to the second', () => {
    const release = { state: 'published', publishAt: around(-3600), embargoUntil: T } as const;
    assert.deepEqual(
      [-1, 0, 1].map((seconds) => isPublicRelease(release, around(seconds))),
      [false, true, true],
    );
  });

  it('bears the date of the moment when everybody could read it', () => {
    assert.deepEqual(releasedAt({ publishAt: around(-60), embargoUntil: T }), T);
    assert.deepEqual(releasedAt({ publishAt: T, embargoUntil: undefined }), T);
  });

  it('never tells that it was written before', () => {
    const written = around(-3600);
    assert.deepEqual(changedAt({ publishAt: written, embargoUntil: T, updatedAt: written }), T);
    assert.deepEqual(changedAt({ publishAt: written, embargoUntil: T, updatedAt: around(60) }), around(60));
  });
});
