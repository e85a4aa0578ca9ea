/** The page of one decision: reason, text, limits or due date, and the letter as it will be sent. */
import { type Decision, fullName } from '../accreditation/index.js';
import type { ShownError } from '../platform/form.js';
import type { Page } from '../platform/render.js';
import { type Badge, stateBadge, withQuery } from '../queue/index.js';
import type { BlockChoice } from '../textblocks/index.js';
import type { DecisionBasis } from './basis.js';
import {
  chosenSlots,
  type DecideFields,
  type DecideView,
  fieldsOf,
  isPossible,
  isWritten,
  reasonChoice,
} from './decide-fields-page.js';
import { type DecideNotice, noticeOf } from './decide-notice-page.js';
import { DEMANDS } from './demands.js';
import { type LetterView, letterView } from './letter-preview-page.js';
import { needsFourEyes } from './objection.js';
import { paths } from './paths.js';
import type { SlotView } from './slot-views-page.js';

export interface DecidePage extends Page, DecideFields {
  errors: ShownError[];
  decision: Decision;
  heading: string;
  explanation: string;
  name: string;
  reference: string;
  badge: Badge;
  back: string;
  action: string;
  preview: string;
  version: number;
  /** The proposal that is known here: deciding past it is deciding knowingly. */
  proposalId: string;
  /** Is this decision still possible? */
  possible: boolean;
  /** Nothing to read first: who works by keys begins at the first field. */
  begins: boolean;
  danger: boolean;
  submit: string;
  blocks: BlockChoice[];
  slots: SlotView[];
  letter: LetterView | undefined;
  /** Which language to write in; empty where nothing is written. */
  writtenIn: string;
  undoNote: string;
  notice: DecideNotice | undefined;
}

export function decidePage(view: DecideView, record: DecisionBasis): DecidePage {
  const { t, decision, query } = view;
  const { request } = record;
  const demands = DEMANDS[decision];
  const proposes = needsFourEyes(record.event, decision);
  const answered = record.history.some(({ step }) => step === 'answer');
  const notice = noticeOf(view, record);
  const possible = isPossible(view, record) && !(proposes && record.proposal);
  return {
    title: t(`decisions:kinds.${decision}.title`, { name: fullName(request) }),
    section: 'requests',
    errors: view.errors,
    decision,
    heading: t(`decisions:kinds.${decision}.heading`),
    explanation: t(`decisions:kinds.${decision}.explanation`),
    name: fullName(request),
    reference: request.reference,
    badge: stateBadge(t, { ...request, answered }),
    back: withQuery(paths.request(request.reference), query),
    action: withQuery(paths.decision(request.reference), query),
    preview: withQuery(paths.decide(request.reference, decision), query),
    version: request.version,
    proposalId: String(record.proposal?.id ?? ''),
    possible,
    begins: possible && !notice && !view.letter && view.errors.length === 0,
    danger: decision === 'reject' || decision === 'revoke',
    submit: t(`decisions:kinds.${decision}.${proposes ? 'propose' : 'submit'}`),
    reason:
      demands.reason === 'none' || view.blocks.length > 0
        ? undefined
        : reasonChoice(view, record, demands.reason === 'optional'),
    blocks: view.blocks,
    ...fieldsOf(view),
    slots: demands.slots ? chosenSlots(view, record) : [],
    letter: possible && view.letter ? letterView(t, view.letter) : undefined,
    writtenIn: isWritten(demands)
      ? t('decisions:decide.writtenIn', { language: t(`decisions:languages.${request.lang}`) })
      : '',
    undoNote: proposes
      ? t('decisions:decide.proposeNote')
      : t('decisions:decide.undoNote', { count: record.event.undoDelayMinutes }),
    notice,
  };
}
