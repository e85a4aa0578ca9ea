/** Page models of the catalogue of reasons: the list by decision, and the form of one. */
import type { Decision } from '../accreditation/index.js';
import { enterBilingual } from '../platform/bilingual.js';
import {
  type DeskFormPage,
  entryConflict,
  errorSummary,
  type FormState,
  fieldsOf,
} from '../platform/desk-form.js';
import { type ChoiceField, choiceField } from '../platform/fields.js';
import { type Entered, showErrors, textOf } from '../platform/form.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { stepFrom } from '../platform/offered.js';
import type { Page } from '../platform/render.js';
import { paths } from './paths.js';
import { type Catalogue, offeredReasons, type Reason, WITH_REASON } from './reason.js';

export interface ReasonRowView {
  label: string;
  hint: string;
  key: string;
  /** Other decisions it is offered for as well. */
  also: string;
  /** Both languages, because both are sent. */
  texts: { lang: Lang; language: string; text: string }[];
  /** Empty where the reader may not change it. */
  href: string;
  version: number;
  move: { action: string; label: string };
  shift: { action: string; decision: Decision; position: number; up: boolean; down: boolean } | undefined;
}

export interface ReasonsPage extends Page {
  add: string;
  groups: { decision: Decision; heading: string; hint: string; reasons: ReasonRowView[] }[];
  retired: ReasonRowView[];
}

export function reasonsPage(lang: Lang, catalogue: Catalogue, writes: boolean): ReasonsPage {
  const t = translator(lang);
  const groups = WITH_REASON.map((decision) => {
    const reasons = offeredReasons(catalogue, decision);
    return {
      decision,
      heading: t(`reasons:decisions.${decision}`),
      hint: decision === 'enquire' ? t('reasons:list.enquire') : '',
      reasons: reasons.map((reason, at) => ({
        ...reasonRow(lang, reason, writes),
        also: alsoWords(t, reason, decision),
        shift: {
          action: paths.shift(reason.id),
          decision,
          position: reason.uses.find((use) => use.decision === decision)!.position,
          up: at > 0,
          down: at < reasons.length - 1,
        },
      })),
    };
  });
  return {
    title: t('reasons:list.title'),
    section: 'reasons',
    add: writes ? paths.reason('new') : '',
    groups,
    retired: catalogue
      .filter(({ state }) => state === 'retired')
      .map((reason) => ({ ...reasonRow(lang, reason, writes), also: alsoWords(t, reason) })),
  };
}

function alsoWords(t: Translate, { uses }: Reason, except?: Decision): string {
  const others = uses.filter(({ decision, offered }) => offered && decision !== except);
  const names = others.map(({ decision }) => t(`reasons:decisions.${decision}`)).join(', ');
  return names && t(except ? 'reasons:list.also' : 'reasons:list.for', { decisions: names });
}

function reasonRow(lang: Lang, { id, key, state, texts, version }: Reason, writes: boolean) {
  const t = translator(lang);
  const step = stepFrom(state);
  return {
    label: inLanguage(texts.label, lang),
    hint: inLanguage(texts.hint, lang),
    key,
    texts: (['de', 'en'] as const).map((language) => ({
      lang: language,
      language: t(`reasons:languages.${language}`),
      text: texts.text[language],
    })),
    href: writes ? paths.reason(id) : '',
    version,
    move: { action: paths.move(id, step), label: t(`reasons:steps.${step}`) },
    shift: undefined,
  };
}

/** A list in a form is its values. */
export const enterReason = ({ key, texts, uses, version }: Reason): Entered => ({
  ...enterBilingual('label', texts.label),
  ...enterBilingual('hint', texts.hint),
  ...enterBilingual('text', texts.text),
  key,
  'decisions[]': uses.filter(({ offered }) => offered).map(({ decision }) => decision),
  version: String(version),
});

interface Edited {
  /** Undefined for a new one. */
  reason: Reason | undefined;
  state: FormState;
  /** Somebody saved since the editor opened the form. */
  overtaken?: boolean;
}

export type ReasonPage = DeskFormPage & { decisions: ChoiceField };

export function reasonPage(lang: Lang, { reason, state, overtaken = false }: Edited): ReasonPage {
  const t = translator(lang);
  const fields = fieldsOf(t, 'reasons', state);
  const action = paths.reason(reason?.id ?? 'new');
  const version = overtaken ? String(reason?.version) : textOf(state.entered, 'version');
  return {
    title: t(reason ? 'reasons:form.edit' : 'reasons:form.new'),
    section: 'reasons',
    errors: errorSummary(t, 'reasons', state.errors),
    back: { href: paths.list, label: t('reasons:list.title') },
    action,
    hidden: reason ? [{ name: 'version', value: version }] : [],
    decisions: decisionChoice(t, state),
    sections: [
      {
        id: 'words',
        heading: t('reasons:form.heading'),
        hint: t('reasons:form.hint'),
        rows: [
          fields.both('label', { hint: true }),
          fields.both('hint', { hint: true, optional: true }),
          fields.both('text', { hint: true, rows: 6 }),
          [fields.text('key', { hint: true, short: true }, reason ? 'fixed' : 'text')],
        ],
      },
    ],
    submit: t('fields:desk.save'),
    ...(overtaken ? { conflict: entryConflict(t, action) } : {}),
  };
}

function decisionChoice(t: Translate, { entered, errors }: FormState): ChoiceField {
  const options = WITH_REASON.map((value) => ({ value, label: t(`reasons:decisions.${value}`) }));
  const about = { name: 'decisions', type: 'checkbox', legend: t('reasons:form.labels.decisions') } as const;
  return choiceField(about, { entered, errors: showErrors(t, errors) }, options, {
    hint: t('reasons:form.hints.decisions'),
    compact: true,
  });
}
