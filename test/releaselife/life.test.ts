import assert from 'node:assert/strict';
import { RELEASE_STATES } from '../../src/newsroom/index.js';
import { type Act, hindranceOf, RULES, ruleOf, type Situation, stateAt } from '../../src/releaselife/life.js';

const ACTS = Object.keys(RULES) as Act[];
const around: Situation = {
  state: 'draft',
  memberId: 1,
  editedBy: 2,
  proposedBy: 1,
  needsApproval: false,
  known: false,
};

describe('the life of a release', () => {
  const TABLE: Record<string, [from: string[], to: string | undefined]> = {
    save: [['draft', 'in_approval'], undefined],
    submit: [['draft'], 'in_approval'],
    recall: [['in_approval'], 'draft'],
    return: [['in_approval'], 'draft'],
    approve: [['in_approval'], 'scheduled'],
    publish: [['draft'], 'scheduled'],
    takeBack: [['scheduled'], 'draft'],
    remove: [['draft'], undefined],
    embargo: [['scheduled'], undefined],
    mend: [['published', 'corrected'], undefined],
    correct: [['published', 'corrected'], 'corrected'],
    withdraw: [['published', 'corrected'], 'withdrawn'],
  };

  for (const act of ACTS) {
    it(`lets ${act} happen from ${TABLE[act]?.[0].join(' and ')} only`, () => {
      const memberId = ['return', 'approve'].includes(act) ? 3 : 1;
      const from = RELEASE_STATES.filter((state) => !hindranceOf(act, { ...around, memberId, state }));
      assert.deepEqual([from, ruleOf(act).to], TABLE[act]);
    });
  }

  const inApproval: Situation = { ...around, state: 'in_approval', needsApproval: true };
  for (const [who, memberId, hindrance] of [
    ['whoever submitted it', 1, 'ownText'],
    ['whoever wrote last', 2, 'ownText'],
    ['somebody else', 3, undefined],
  ] as const) {
    it(`answers ${who} who approves with ${hindrance ?? 'yes'}`, () => {
      for (const act of ['approve', 'return'] as const)
        assert.equal(hindranceOf(act, { ...inApproval, memberId }), hindrance);
    });
  }

  it('lets only the one who submitted a text take it back from approval', () => {
    assert.equal(hindranceOf('recall', inApproval), undefined);
    assert.equal(hindranceOf('recall', { ...inApproval, memberId: 2 }), 'notProposer');
  });

  it('deletes a draft only while nobody outside can know its address', () => {
    assert.equal(hindranceOf('remove', around), undefined);
    assert.equal(hindranceOf('remove', { ...around, known: true }), 'known');
  });

  it('publishes without a second person only where the event asks for none', () => {
    assert.equal(hindranceOf('publish', around), undefined);
    assert.equal(hindranceOf('publish', { ...around, needsApproval: true }), 'approval');
  });

  const nine = new Date('2024-10-24T07:00:00Z');
  const second = (seconds: number) => new Date(nine.getTime() + seconds * 1000);
  for (const [state, embargoUntil, now, shown] of [
    ['draft', undefined, second(1), 'draft'],
    ['scheduled', undefined, second(-1), 'scheduled'],
    ['scheduled', undefined, second(0), 'published'],
    ['scheduled', second(60), second(59), 'scheduled'],
    ['scheduled', second(60), second(60), 'published'],
    ['published', second(60), second(59), 'scheduled'],
    ['corrected', undefined, second(1), 'corrected'],
    ['withdrawn', undefined, second(1), 'withdrawn'],
  ] as const) {
    it(`shows what is kept as ${state} as ${shown} at ${now.toISOString().slice(11, 19)}`, () =>
      assert.equal(stateAt({ state, publishAt: nine, embargoUntil }, now), shown));
  }
});
