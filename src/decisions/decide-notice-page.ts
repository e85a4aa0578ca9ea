/** What a reviewer is told when a decision is not possible, or somebody was faster. */
import type { HistoryEntry } from '../accreditation/index.js';
import { formatDateTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { DecisionBasis } from './basis.js';
import { type DecideView, isPossible } from './decide-fields-page.js';
import { comesTooLate } from './objection.js';

export interface DecideNotice {
  title: string;
  text: string;
}

/** Who did what while this page was open, or why this decision is not possible now. */
export function noticeOf(view: DecideView, record: DecisionBasis): DecideNotice | undefined {
  const { t, lang, conflict } = view;
  const { request, history } = record;
  const possible = isPossible(view, record);
  const state = t(`labels:states.${request.state}`);
  if (comesTooLate(record.event, view.decision, view.now))
    return {
      title: t('decisions:conflict.impossible'),
      text: [t('decisions:errors.over'), conflict ? t('decisions:conflict.closed') : ''].join(' ').trim(),
    };
  if (conflict === 'decisions:errors.slotFull')
    return { title: t('decisions:conflict.slot'), text: t(conflict) };
  if (conflict === 'undo:letterLeaves')
    return {
      title: t('decisions:conflict.impossible'),
      text: [t(conflict), t('decisions:conflict.kept')].join(' '),
    };
  if (conflict === undefined && record.proposal && possible) return proposalNotice(view, record);
  if (conflict === 'proposals:errors.waits' && record.proposal) return proposalNotice(view, record);
  if (conflict === undefined)
    return possible
      ? undefined
      : { title: t('decisions:conflict.impossible'), text: t('decisions:conflict.state', { state }) };
  const latest = history.at(-1);
  const what = latest
    ? t('decisions:conflict.what', {
        what: t(`decisions:history.steps.${latest.step}`, { who: whoOf(t, latest) }),
        time: formatDateTime(lang, latest.at),
      })
    : '';
  const kept = t(possible ? 'decisions:conflict.kept' : 'decisions:conflict.closed');
  const words = [what, t('decisions:conflict.state', { state }), kept];
  return { title: t('decisions:conflict.title'), text: words.filter(Boolean).join(' ') };
}

/** Somebody else has proposed something about this request. */
const proposalNotice = ({ t }: DecideView, { proposal }: DecisionBasis): DecideNotice => ({
  title: t('decisions:conflict.proposal', { who: proposal?.proposerName }),
  text: t('decisions:conflict.proposalText', {
    decision: proposal && t(`decisions:kinds.${proposal.decision}.heading`),
  }),
});

const whoOf = (t: Translate, { actor, actorName }: HistoryEntry): string =>
  actor.startsWith('staff:')
    ? actorName
    : t(actor === 'applicant' ? 'decisions:history.applicant' : 'decisions:history.system');
