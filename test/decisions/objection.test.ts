import assert from 'node:assert/strict';
import { type Decision, STATES, type State } from '../../src/accreditation/index.js';
import { NO_WORDS, type Ruling } from '../../src/decisions/demands.js';
import {
  comesTooLate,
  decisionsNow,
  needsFourEyes,
  OBJECTIONS,
  objectionTo,
} from '../../src/decisions/objection.js';
import { translator } from '../../src/platform/i18n.js';
import type { Reason } from '../../src/reasons/index.js';

const REJECTION: Ruling = { ...NO_WORDS, decision: 'reject', reason: 'no_proof', text: 'Es fehlt.' };
const same = (text: string) => ({ de: text, en: text });
const NO_PROOF: Reason = {
  id: 1,
  key: 'no_proof',
  state: 'offered',
  texts: { label: same('Kein Nachweis'), hint: same(''), text: same('Es fehlt ein Nachweis.') },
  uses: [{ decision: 'reject', offered: true, position: 1 }],
  version: 1,
  updatedAt: new Date(0),
};
const END = new Date('2024-10-24T15:00:00Z');
const ofState = (state: State) => ({ state, needsReapproval: false });
const facts = (state: State, fourEyes = false, fullSlots: number[] = []) => ({
  request: ofState(state),
  event: { fourEyes, state: 'published' as const, endsAt: END },
  now: new Date(END.getTime() - 1),
  catalogue: [NO_PROOF],
  fullSlots,
});

describe('why a decision cannot be taken', () => {
  it('has a sentence in both languages', () => {
    for (const objection of OBJECTIONS)
      for (const lang of ['de', 'en'] as const)
        assert.doesNotMatch(translator(lang)(`decisions:objections.${objection}`), /objections/);
  });

  const POSSIBLE: State[] = ['received', 'in_review', 'info_requested', 'waitlisted'];
  for (const state of STATES)
    it(`is the state or nothing when ${state} is to be rejected`, () =>
      assert.equal(objectionTo(REJECTION, facts(state)), POSSIBLE.includes(state) ? undefined : 'state'));

  const WORDS: [string, Ruling, string | undefined][] = [
    ['a rejection without a reason', { ...REJECTION, reason: '' }, 'reasonMissing'],
    ['a reason nobody knows', { ...REJECTION, reason: 'weather' }, 'reasonUnknown'],
    ['a rejection without a text', { ...REJECTION, text: '' }, 'textMissing'],
    ['limits without a limit', { ...NO_WORDS, decision: 'approve_limited' }, 'limitsMissing'],
    ['an enquiry that asks nothing', { ...NO_WORDS, decision: 'enquire' }, 'textMissing'],
    ['an approval', { ...NO_WORDS, decision: 'approve' }, undefined],
    ['a slot without room', { ...NO_WORDS, decision: 'approve', slots: [1, 2] }, 'slotFull'],
    ['slots with room', { ...NO_WORDS, decision: 'approve', slots: [1] }, undefined],
  ];
  for (const [name, ruling, objection] of WORDS)
    it(`tells of ${name}`, () => assert.equal(objectionTo(ruling, facts('received', false, [2])), objection));

  const EYES: [Decision, boolean][] = [
    ['approve', false],
    ['approve_limited', false],
    ['waitlist', false],
    ['reject', true],
    ['enquire', false],
    ['revoke', true],
  ];
  for (const [decision, needs] of EYES)
    it(`asks for four eyes ${needs ? 'to' : 'not to'} ${decision}, where the event says so`, () => {
      assert.equal(needsFourEyes({ fourEyes: true }, decision), needs);
      assert.equal(needsFourEyes({ fourEyes: false }, decision), false);
    });

  it('lets nobody in when the event is over or archived, but answers and takes back', () => {
    const during = new Date(END.getTime() - 1);
    const over = { state: 'published', endsAt: END } as const;
    const archived = { state: 'archived', endsAt: END } as const;
    for (const [event, now] of [[over, END] as const, [archived, during] as const]) {
      assert.deepEqual(decisionsNow(ofState('received'), event, now), ['waitlist', 'reject', 'enquire']);
      assert.deepEqual(decisionsNow(ofState('approved'), event, now), ['revoke']);
    }
    assert.equal(comesTooLate(over, 'approve', during), false);
    const ruling = { ...NO_WORDS, decision: 'approve' } as const;
    assert.equal(objectionTo(ruling, { ...facts('received'), now: END }), 'over');
  });

  it('is the second person that is missing, when everything else is there', () =>
    assert.equal(objectionTo(REJECTION, facts('received', true)), 'fourEyes'));
});
