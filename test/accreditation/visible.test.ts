import assert from 'node:assert/strict';
import type { HistoryEntry } from '../../src/accreditation/request.js';
import {
  awaitsReapproval,
  openEnquiry,
  visibleDecision,
  visibleHistory,
  visibleLimits,
  visibleMessages,
  visibleSlotState,
} from '../../src/accreditation/visible.js';
import { MORNING } from '../support/portal.js';

const entry = (step: HistoryEntry['step'], more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  step,
  state: 'in_review',
  actor: 'staff:1',
  actorName: 'Petra Prüferin',
  details: {},
  at: MORNING,
  shownAt: MORNING,
  ...more,
});
const waiting = { shownAt: undefined };
const steps = (history: HistoryEntry[]) => visibleHistory(history).map(({ step }) => step);

describe('what an applicant sees', () => {
  it('is the history whose letters have left, never an undone step', () => {
    const history = [entry('submit'), entry('approve', waiting), entry('undo'), entry('open')];
    assert.deepEqual(steps(history), ['submit', 'open']);
  });

  it('is no message that still waits', () => {
    const message = {
      id: 1,
      direction: 'to_applicant',
      author: '',
      text: '',
      at: MORNING,
      documentId: undefined,
    } as const;
    assert.deepEqual(visibleMessages([{ ...message, ...waiting }]), []);
    assert.equal(visibleMessages([{ ...message, shownAt: MORNING }]).length, 1);
  });

  it('is the decision before, while the letter of the next one waits', () => {
    const history = [
      entry('approve_limited', { details: { limits: 'Nur Saal 1' } }),
      entry('reapprove_limited', { ...waiting, details: { limits: 'Nur Foyer' } }),
    ];
    assert.equal(visibleDecision(history)?.step, 'approve_limited');
    assert.equal(visibleLimits(history), 'Nur Saal 1');
    assert.equal(visibleDecision([entry('reject', waiting)]), undefined);
    assert.equal(visibleLimits([]), '');
  });

  it('is what the letter said about the wished slots', () => {
    const told = entry('approve', { details: { granted: '3,12', declined: '4' } });
    const history = [told, entry('reapprove', { ...waiting, details: { granted: '4', declined: '3' } })];
    assert.deepEqual(
      [3, 12, 4, 1, 2].map((id) => visibleSlotState(history, id)),
      ['granted', 'granted', 'declined', 'wished', 'wished'],
    );
    assert.equal(visibleSlotState([], 3), 'wished');
  });

  it('is the enquiry that is open, with its due date where one was set', () => {
    const details = { text: 'Bitte einen Nachweis', due: '2024-10-15T16:00:00.000Z' };
    const history = [entry('enquire', { details: { text: 'die erste' } }), entry('enquire', { details })];
    assert.deepEqual(openEnquiry({ shownState: 'info_requested' }, history), {
      text: details.text,
      due: new Date(details.due),
    });
    assert.equal(openEnquiry({ shownState: 'in_review' }, history), undefined);
    assert.deepEqual(openEnquiry({ shownState: 'info_requested' }, [entry('enquire')]), {
      text: '',
      due: undefined,
    });
  });

  const edit = entry('edit', { details: { fields: 'lastName', reapproval: 'yes' } });
  const cases: [string, HistoryEntry[], 'approved' | 'in_review', boolean][] = [
    ['a decisive edit after the approval', [entry('approve'), edit], 'approved', true],
    [
      'a decisive edit that was decided anew',
      [entry('approve'), edit, entry('reapprove')],
      'approved',
      false,
    ],
    [
      'one whose new decision still waits',
      [entry('approve'), edit, entry('reapprove', waiting)],
      'approved',
      true,
    ],
    ['another edit', [entry('approve'), entry('edit')], 'approved', false],
    ['an approval', [entry('approve')], 'approved', false],
    ['an approval that still waits', [entry('approve', waiting), edit], 'in_review', false],
  ];
  for (const [what, history, shownState, expected] of cases) {
    it(`${expected ? 'says' : 'does not say'} that the team decides anew after ${what}`, () => {
      assert.equal(awaitsReapproval({ shownState }, history), expected);
    });
  }
});
