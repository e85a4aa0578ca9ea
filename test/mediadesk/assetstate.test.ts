import assert from 'node:assert/strict';
import { countMissing, neededTexts, shownStateOf } from '../../src/mediadesk/assetstate.js';
import type { AssetFields } from '../../src/mediakit/index.js';

const T = new Date('2024-10-24T07:15:00Z');
const at = (seconds: number) => new Date(T.getTime() + seconds * 1000);
const both = { de: 'Text', en: 'Text' };
const WHOLE: AssetFields = {
  eventId: undefined,
  kind: 'photo',
  texts: { title: both, caption: both, alt: both, licence: both },
  creator: 'Mara',
  credit: 'Mara',
  licensor: 'Mara',
  licenceUrl: '',
  people: [],
  takenOn: '',
  source: 'captured',
  embargoUntil: undefined,
  validUntil: undefined,
  noEnd: true,
  offersOriginal: false,
};

describe('where an asset stands', () => {
  it('is told by the clock once it is published', () => {
    const asset = { state: 'published', embargoUntil: T, validUntil: at(10) } as const;
    const states = [-1, 0, 9, 10].map((seconds) => shownStateOf(asset, at(seconds)));
    assert.deepEqual(states, ['embargoed', 'published', 'published', 'expired']);
  });

  it('stays a draft or withdrawn, whatever the clock says', () => {
    for (const state of ['draft', 'withdrawn'] as const)
      assert.equal(shownStateOf({ state, embargoUntil: T, validUntil: undefined }, at(-1)), state);
  });
});

describe('what is missing before an asset may be published', () => {
  it('is nothing when all is said, also that nobody is shown and that there is no end', () => {
    assert.equal(countMissing(WHOLE), 0);
  });

  const missing: [string, Partial<AssetFields>, number][] = [
    ['who is shown', { people: undefined }, 1],
    ['the end, or that there is none', { noEnd: false }, 1],
    ['creator, credit and licensor', { creator: '', credit: '', licensor: '' }, 3],
    ['one language', { texts: { ...WHOLE.texts, alt: { de: 'Text', en: '' } } }, 1],
    ['the transcript of a recording', { kind: 'audio' }, 2],
  ];
  for (const [what, changes, count] of missing)
    it(`counts ${what}`, () => assert.equal(countMissing({ ...WHOLE, ...changes }), count));

  it('asks no document for people and no recording for a description of a picture', () => {
    assert.equal(countMissing({ ...WHOLE, kind: 'document', people: undefined }), 0);
    assert.equal(neededTexts('audio').includes('alt'), false);
  });
});
