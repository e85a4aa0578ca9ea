/** The fields of a decision: reason, text, limits or due date, the slots to grant. */
import type { Decision } from '../accreditation/index.js';
import { toDay } from '../platform/dates.js';
import { type SelectField, type TextField, textField } from '../platform/fields.js';
import { type Entered, errorAt, listOf, type ShownError, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';
import { offeredReasons } from '../reasons/index.js';
import type { BlockChoice } from '../textblocks/index.js';
import type { DecisionBasis } from './basis.js';
import { DEMANDS } from './demands.js';
import { decisionsNow } from './objection.js';
import { type SlotView, slotViews } from './slot-views-page.js';

export interface DecideView {
  t: Translate;
  lang: Lang;
  decision: Decision;
  entered: Entered;
  errors: ShownError[];
  query: string;
  usualDue: string;
  now: Date;
  /** Undefined until a preview was asked for. */
  letter: Letter | undefined;
  /** Somebody was faster, or a slot filled up: a key of the language files. */
  conflict: string | undefined;
  /** An enquiry offers them instead of the catalogue. */
  blocks: BlockChoice[];
}

export interface DecideFields {
  reason:
    | {
        label: string;
        error: string;
        options: { value: string; label: string; hint: string; checked: boolean }[];
      }
    | undefined;
  fact: TextField | undefined;
  knownOn: TextField | undefined;
  text: TextField | undefined;
  limits: TextField | undefined;
  due: TextField | SelectField | undefined;
}

export const isWritten = ({ text, limits }: (typeof DEMANDS)[Decision]): boolean => text !== 'none' || limits;

/** The catalogue or own words: neither is required, and neither says “optional”. */
const ONE_OF_TWO = { optional: true, mark: '' } as const;

/** What the team types. */
export function fieldsOf(
  view: DecideView,
): Pick<DecideFields, 'fact' | 'knownOn' | 'text' | 'limits' | 'due'> {
  const { t, decision } = view;
  const demands = DEMANDS[decision];
  return {
    ...factFields(view),
    text:
      demands.text === 'none'
        ? undefined
        : textField('text', t(`decisions:fields.textLabel.${decision}`), view, {
            hint: t(`decisions:fields.text.${decision}`),
            rows: 5,
            optional: demands.text !== 'required',
            ...(demands.text === 'orReason' ? ONE_OF_TWO : {}),
          }),
    limits: demands.limits
      ? textField('limits', t('decisions:fields.limits.label'), view, {
          hint: t('decisions:fields.limits.hint'),
          rows: 3,
          ...ONE_OF_TWO,
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

function factFields(view: DecideView): Pick<DecideFields, 'fact' | 'knownOn'> {
  const { t, decision, entered, errors, now } = view;
  if (!DEMANDS[decision].fact) return { fact: undefined, knownOn: undefined };
  const hint = (name: string) => t(`decisions:fields.${name}.hint`);
  const label = (name: string) => t(`decisions:fields.${name}.label`);
  const knownOn = textOf(entered, 'knownOn') || toDay(now);
  return {
    fact: textField('fact', label('fact'), view, { hint: hint('fact'), rows: 4 }),
    knownOn: textField(
      'knownOn',
      label('knownOn'),
      { entered: { ...entered, knownOn }, errors },
      { type: 'date', hint: hint('knownOn'), short: true },
    ),
  };
}

const withDue = ({ entered, errors, usualDue }: DecideView) => ({
  entered: { ...entered, due: textOf(entered, 'due') || usualDue },
  errors,
});

export function chosenSlots({ t, lang, entered }: DecideView, record: DecisionBasis): SlotView[] {
  const slots = slotViews(t, lang, record);
  if (textOf(entered, 'slotsShown') === '') return slots;
  const chosen = listOf(entered, 'slots[]');
  return slots.map((slot) => ({ ...slot, checked: !slot.full && chosen.includes(String(slot.id)) }));
}

export const isPossible = ({ decision, now }: DecideView, { request, event }: DecisionBasis): boolean =>
  decisionsNow(request, event, now).includes(decision);

export function reasonChoice(
  { t, lang, decision, entered, errors }: DecideView,
  { catalogue }: DecisionBasis,
  optional: boolean,
): DecideFields['reason'] {
  const chosen = textOf(entered, 'reason');
  const options = offeredReasons(catalogue, decision).map(({ key, texts }) => ({
    value: key,
    label: inLanguage(texts.label, lang),
    hint: inLanguage(texts.hint, lang),
    checked: chosen === key,
  }));
  const none = optional ? t(`decisions:decide.noReason.${decision}`) : '';
  const without = { value: '', label: none, hint: '', checked: chosen === '' };
  return {
    label: t(`decisions:decide.reason.${decision}`),
    error: errorAt(errors, 'reason'),
    options: optional ? [...options, without] : options,
  };
}
