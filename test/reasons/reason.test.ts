import assert from 'node:assert/strict';
import type { Decision } from '../../src/accreditation/index.js';
import {
  type Catalogue,
  findReason,
  isOffered,
  offeredReasons,
  type Reason,
  reasonLabel,
  reasonSentence,
} from '../../src/reasons/reason.js';

const aReason = (id: number, key: string, decision: Decision, more: Partial<Reason> = {}): Reason => ({
  id,
  key,
  state: 'offered',
  texts: {
    label: { de: `Name ${id}`, en: `Label ${id}` },
    hint: { de: '', en: '' },
    text: { de: `Satz ${id}.`, en: '' },
  },
  uses: [{ decision, offered: true, position: 10 - id }],
  version: 1,
  updatedAt: new Date(0),
  ...more,
});

const CATALOGUE: Catalogue = [
  aReason(1, 'late', 'reject'),
  aReason(2, 'late', 'waitlist'),
  aReason(3, 'no_proof', 'reject'),
  aReason(4, 'weather', 'reject', { state: 'retired' }),
  aReason(5, 'tone', 'reject', { uses: [{ decision: 'reject', offered: false, position: 1 }] }),
];

describe('the catalogue of reasons', () => {
  it('offers what is offered for the decision, in its order', () =>
    assert.deepEqual(
      offeredReasons(CATALOGUE, 'reject').map(({ id }) => id),
      [3, 1],
    ));

  const OFFERED: [Decision, string][] = [
    ['reject', 'no_proof'],
    ['reject', 'late'],
    ['waitlist', 'late'],
  ];
  for (const [decision, key] of OFFERED)
    it(`offers ${key} to ${decision}`, () => assert.ok(isOffered(CATALOGUE, decision, key)));

  const REFUSED: [Decision, string][] = [
    ['reject', 'weather'],
    ['reject', 'tone'],
    ['waitlist', 'no_proof'],
    ['approve', 'no_proof'],
    ['reject', ''],
  ];
  for (const [decision, key] of REFUSED)
    it(`does not offer ${key || 'nothing'} to ${decision}`, () =>
      assert.ok(!isOffered(CATALOGUE, decision, key)));

  it('still reads old decisions by reasons that are not offered any more', () => {
    assert.equal(reasonLabel(CATALOGUE, 'en', 'reject', 'weather'), 'Label 4');
    assert.equal(findReason(CATALOGUE, 'reject', 'tone')?.id, 5);
    assert.equal(reasonSentence(CATALOGUE, 'en', 'reject', 'weather'), 'Satz 4.');
  });

  it('names an unknown reason by its key and says no sentence for it', () => {
    assert.equal(reasonLabel(CATALOGUE, 'de', 'reject', 'gone'), 'gone');
    assert.equal(reasonSentence(CATALOGUE, 'de', 'reject', 'gone'), '');
  });
});
