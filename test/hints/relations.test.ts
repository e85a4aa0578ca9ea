import assert from 'node:assert/strict';
import type { Related } from '../../src/hints/related.js';
import { relationHints } from '../../src/hints/relations.js';

const HERE = { eventId: 3 };
const EVENTS = [
  { id: 1, startsAt: new Date('2018-11-07T08:00:00Z') },
  { id: 2, startsAt: new Date('2022-07-04T07:00:00Z') },
  { id: 3, startsAt: new Date('2024-10-24T07:15:00Z') },
  { id: 4, startsAt: new Date('2025-09-16T07:00:00Z') },
];
let count = 0;
const another = (changes: Partial<Related>): Related => ({
  id: ++count,
  eventId: 3,
  reference: `TEK24-${count}`,
  state: 'received',
  firstName: 'Mara',
  lastName: 'Musterfeld',
  outletName: 'Beispielbote',
  alike: ['person'],
  ...changes,
});

const CASES: [string, Partial<Related>[], string[]][] = [
  ['say nothing where there is no other request', [], []],
  ['point out the same person', [{}], ['attention duplicate']],
  ['point out the same address', [{ alike: ['mail'], state: 'rejected' }], ['attention duplicate']],
  ['point out the card of somebody else', [{ alike: ['card', 'outlet'] }], ['attention sameCard']],
  [
    'call the same card of the same person a duplicate',
    [{ alike: ['person', 'card'] }],
    ['attention duplicate'],
  ],
  ['only mention what was withdrawn', [{ state: 'withdrawn' }], ['neutral withdrawnBefore']],
  ['only mention colleagues', [{ alike: ['outlet'] }], ['neutral sameOutlet']],
  ['leave out colleagues who withdrew', [{ alike: ['outlet'], state: 'withdrawn' }], []],
  [
    'tell a duplicate from a colleague',
    [{ alike: ['outlet'] }, { alike: ['person', 'outlet'] }],
    ['attention duplicate', 'neutral sameOutlet'],
  ],
  ['know somebody from an earlier event', [{ eventId: 2, state: 'approved' }], ['neutral known']],
  ['know a card from an earlier event', [{ eventId: 2, alike: ['card'] }], ['neutral known']],
  ['do not look at later events', [{ eventId: 4 }], []],
  ['do not look at events that are gone', [{ eventId: 9 }], []],
];

describe('hints from other requests', () => {
  for (const [name, others, expected] of CASES) {
    it(name, () => {
      const hints = relationHints(HERE, others.map(another), EVENTS);
      assert.deepEqual(
        hints.map(({ tone, key }) => `${tone} ${key}`),
        expected,
      );
    });
  }

  it('name the latest of several earlier events, with its outcome', () => {
    const others = [another({ eventId: 1, state: 'approved' }), another({ eventId: 2, state: 'rejected' })];
    const [known] = relationHints(HERE, others, EVENTS);
    assert.deepEqual(known?.values, { year: 2022, state: 'rejected' });
    assert.deepEqual(
      known?.others.map(({ eventId }) => eventId),
      [2, 1],
    );
  });

  it('count colleagues by how they stand', () => {
    const states = ['approved', 'approved_limited', 'received', 'rejected'] as const;
    const [hint] = relationHints(
      HERE,
      states.map((state) => another({ state, alike: ['outlet'] })),
      EVENTS,
    );
    assert.deepEqual(hint?.values, { count: 4, approved: 2, open: 1 });
  });
});
