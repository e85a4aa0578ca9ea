import assert from 'node:assert/strict';
import { letterKindFor, timelinessOf } from '../../src/alerts/mailing.js';
import { RELEASE_STATES, type Release, type ReleaseState } from '../../src/newsroom/index.js';
import { exampleRelease } from '../newsroom/example-release.js';

const NOW = new Date('2024-10-10T07:00:00Z');
const release = (changes: Partial<Release> = {}): Release => ({ ...exampleRelease(changes), id: 1 });

describe('whether a letter about a release is due', () => {
  it('depends on the state the release is in now', () => {
    const due: Partial<Record<ReleaseState, string>> = {
      scheduled: 'due',
      published: 'due',
      corrected: 'due',
    };
    for (const state of RELEASE_STATES) {
      const told = timelinessOf({ occasion: 'release', version: 1 }, release({ state }), NOW).kind;
      assert.equal(told, due[state] ?? 'overtaken', state);
      const withdrawn = timelinessOf({ occasion: 'withdrawal', version: 1 }, release({ state }), NOW).kind;
      assert.equal(withdrawn, state === 'withdrawn' ? 'due' : 'overtaken', state);
    }
  });

  it('is a matter of the version, and of the embargo to its second', () => {
    const mailing = { occasion: 'release', version: 1 } as const;
    assert.equal(timelinessOf(mailing, release({ version: 2 }), NOW).kind, 'overtaken');
    assert.equal(timelinessOf(mailing, undefined, NOW).kind, 'overtaken');
    const embargoUntil = new Date(NOW.getTime() + 1);
    assert.deepEqual(timelinessOf(mailing, release({ embargoUntil }), NOW), {
      kind: 'early',
      until: embargoUntil,
    });
    assert.equal(timelinessOf(mailing, release({ embargoUntil: NOW }), NOW).kind, 'due');
  });
});

describe('which letter somebody gets', () => {
  it('is the release, or the correction for whoever knows an earlier version, or the withdrawal', () => {
    const recipient = { id: 1, email: 'a@b.example' };
    const kind = (occasion: 'release' | 'withdrawal', informed: boolean) =>
      letterKindFor({ occasion }, { ...recipient, informed });
    assert.equal(kind('release', false), 'release');
    assert.equal(kind('release', true), 'correction');
    assert.equal(kind('withdrawal', true), 'withdrawal');
  });
});
