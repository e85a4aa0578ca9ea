/** The page of one decision: reason, text, limits or due date, and the letter as it will be sent. */
import { type Decision, fullName, type HistoryEntry, possibleDecisions } from '../accreditation/index.js';
import { formatDateTime } from '../platform/dates.js';
import { type SelectField, type TextField, textField } from '../platform/fields.js';
import { type Entered, errorAt, listOf, type ShownError, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';
import type { Page } from '../platform/render.js';
import { type Badge, stateBadge, withQuery } from '../queue/index.js';
import type { BlockChoice } from '../textblocks/index.js';
import type { DecisionBasis } from './basis.js';
import { type LetterView, letterView } from './letter-preview-page.js';
import { paths } from './paths.js';
import { DEMANDS, reasonsFor } from './reasons.js';
import { type SlotView, slotViews } from './slot-views-page.js';

export interface DecideView {
  t: Translate;
  lang: Lang;
  decision: Decision;
  entered: Entered;
  errors: ShownError[];
  query: string;
  usualDue: string;
  /** Undefined until a preview was asked for. */
  letter: Letter | undefined;
  /** Somebody was faster, or a slot filled up: a key of the language files. */
  conflict: string | undefined;
  /** An enquiry offers them instead of the catalogue. */
  blocks: BlockChoice[];
}

export interface DecidePage extends Page {
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
  /** Is this decision still possible? */
  possible: boolean;
  danger: boolean;
  submit: string;
  reason:
    | {
        label: string;
        error: string;
        optional: boolean;
        options: { value: string; label: string; hint: string; checked: boolean }[];
      }
    | undefined;
  blocks: BlockChoice[];
  text: TextField | undefined;
  limits: TextField | undefined;
  due: TextField | SelectField | undefined;
  slots: SlotView[];
  letter: LetterView | undefined;
  /** Which language to write in; empty where nothing is written. */
  writtenIn: string;
  undoNote: string;
  notice: { title: string; text: string } | undefined;
}

export function decidePage(view: DecideView, record: DecisionBasis): DecidePage {
  const { t, decision, query } = view;
  const { request } = record;
  const demands = DEMANDS[decision];
  const answered = record.history.some(({ step }) => step === 'answer');
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
    possible: isPossible(view, record),
    danger: decision === 'reject' || decision === 'revoke',
    submit: t(`decisions:kinds.${decision}.submit`),
    reason:
      demands.reason === 'none' || view.blocks.length > 0
        ? undefined
        : reasonChoice(view, demands.reason === 'optional'),
    blocks: view.blocks,
    ...fieldsOf(view),
    slots: demands.slots ? chosenSlots(view, record) : [],
    letter: view.letter && letterView(t, view.letter),
    writtenIn: isWritten(demands)
      ? t('decisions:decide.writtenIn', { language: t(`decisions:languages.${request.lang}`) })
      : '',
    undoNote: t('decisions:decide.undoNote', { count: record.event.undoDelayMinutes }),
    notice: noticeOf(view, record),
  };
}

const isWritten = ({ text, limits }: (typeof DEMANDS)[Decision]): boolean => text !== 'none' || limits;

function fieldsOf(view: DecideView): Pick<DecidePage, 'text' | 'limits' | 'due'> {
  const { t, decision } = view;
  const demands = DEMANDS[decision];
  return {
    text:
      demands.text === 'none'
        ? undefined
        : textField('text', t(`decisions:fields.textLabel.${decision}`), view, {
            hint: t(`decisions:fields.text.${decision}`),
            rows: 5,
            optional: demands.text !== 'required',
          }),
    limits: demands.limits
      ? textField('limits', t('decisions:fields.limits.label'), view, {
          hint: t('decisions:fields.limits.hint'),
          rows: 3,
          optional: true,
        })
      : undefined,
    due: demands.due
      ? textField('due', t('decisions:fields.due.label'), withDue(view), {
          type: 'date',
          hint: t('decisions:fields.due.hint'),
          short: true,
        })
      : undefined,
  };
}

const withDue = ({ entered, errors, usualDue }: DecideView) => ({
  entered: { ...entered, due: textOf(entered, 'due') || usualDue },
  errors,
});

function chosenSlots({ t, lang, entered }: DecideView, record: DecisionBasis): SlotView[] {
  const slots = slotViews(t, lang, record);
  if (textOf(entered, 'slotsShown') === '') return slots;
  const chosen = listOf(entered, 'slots[]');
  return slots.map((slot) => ({ ...slot, checked: !slot.full && chosen.includes(String(slot.id)) }));
}

const isPossible = ({ decision }: DecideView, { request }: DecisionBasis): boolean =>
  possibleDecisions(request.state, request.needsReapproval).includes(decision);

function reasonChoice({ t, decision, entered, errors }: DecideView, optional: boolean): DecidePage['reason'] {
  const chosen = textOf(entered, 'reason');
  const options = reasonsFor(decision).map((value) => ({
    value,
    label: t(`decisions:reasons.${decision}.${value}.label`),
    hint: t(`decisions:reasons.${decision}.${value}.hint`),
    checked: chosen === value,
  }));
  const none = optional ? t(`decisions:decide.noReason.${decision}`) : '';
  const without = { value: '', label: none, hint: '', checked: chosen === '' };
  return {
    label: t(`decisions:decide.reason.${decision}`),
    error: errorAt(errors, 'reason'),
    optional,
    options: optional ? [...options, without] : options,
  };
}

/** Who did what while this page was open, or why this decision is not possible now. */
function noticeOf(view: DecideView, record: DecisionBasis): DecidePage['notice'] {
  const { t, lang, conflict } = view;
  const { request, history } = record;
  const possible = isPossible(view, record);
  const state = t(`labels:states.${request.state}`);
  if (conflict === 'decisions:errors.slotFull')
    return { title: t('decisions:conflict.slot'), text: t(conflict) };
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

const whoOf = (t: Translate, { actor, actorName }: HistoryEntry): string =>
  actor.startsWith('staff:')
    ? actorName
    : t(actor === 'applicant' ? 'decisions:history.applicant' : 'decisions:history.system');
