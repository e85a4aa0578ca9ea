/** Page models of the boilerplates: the list, and the form of one. */
import { enterBilingual } from '../platform/bilingual.js';
import {
  type DeskFormPage,
  entryConflict,
  errorSummary,
  type FormState,
  fieldsOf,
} from '../platform/desk-form.js';
import { type Entered, textOf } from '../platform/form.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { stepFrom } from '../platform/offered.js';
import type { Page } from '../platform/render.js';
import type { Boilerplate } from './boilerplate.js';
import { paths } from './paths.js';

export interface BoilerplateRowView {
  id: number;
  label: string;
  /** Both languages, because releases come in both. */
  texts: { lang: Lang; language: string; text: string }[];
  /** Empty where the reader may not change it. */
  href: string;
  version: number;
  move: { action: string; label: string };
}

export interface BoilerplatesPage extends Page {
  add: string;
  offered: BoilerplateRowView[];
  retired: BoilerplateRowView[];
}

export function boilerplatesPage(
  lang: Lang,
  { offered, retired }: { offered: Boilerplate[]; retired: Boilerplate[] },
  writes: boolean,
): BoilerplatesPage {
  const row = (boilerplate: Boilerplate) => boilerplateRow(lang, boilerplate, writes);
  return {
    title: translator(lang)('boilerplates:list.title'),
    section: 'boilerplates',
    add: writes ? paths.boilerplate('new') : '',
    offered: offered.map(row),
    retired: retired.map(row),
  };
}

function boilerplateRow(lang: Lang, { id, state, texts, version }: Boilerplate, writes: boolean) {
  const t = translator(lang);
  const step = stepFrom(state);
  return {
    id,
    label: inLanguage(texts.label, lang),
    texts: (['de', 'en'] as const).map((language) => ({
      lang: language,
      language: t(`boilerplates:languages.${language}`),
      text: texts.text[language],
    })),
    href: writes ? paths.boilerplate(id) : '',
    version,
    move: { action: paths.move(id, step), label: t(`boilerplates:steps.${step}`) },
  };
}

export const enterBoilerplate = ({ texts, version }: Boilerplate): Entered => ({
  ...enterBilingual('label', texts.label),
  ...enterBilingual('text', texts.text),
  version: String(version),
});

interface Edited {
  /** Undefined for a new one. */
  boilerplate: Boilerplate | undefined;
  state: FormState;
  /** Somebody saved since the editor opened the form. */
  overtaken?: boolean;
}

export function boilerplatePage(lang: Lang, { boilerplate, state, overtaken = false }: Edited): DeskFormPage {
  const t = translator(lang);
  const fields = fieldsOf(t, 'boilerplates', state);
  const action = paths.boilerplate(boilerplate?.id ?? 'new');
  const version = overtaken ? String(boilerplate?.version) : textOf(state.entered, 'version');
  return {
    title: t(boilerplate ? 'boilerplates:form.edit' : 'boilerplates:form.new'),
    section: 'boilerplates',
    errors: errorSummary(t, 'boilerplates', state.errors),
    back: { href: paths.list, label: t('boilerplates:list.title') },
    action,
    hidden: boilerplate ? [{ name: 'version', value: version }] : [],
    sections: [
      {
        id: 'boilerplate',
        heading: t('boilerplates:form.heading'),
        hint: t('boilerplates:form.hint'),
        rows: [fields.both('label', { hint: true }), fields.both('text', { hint: true, rows: 6 })],
      },
    ],
    submit: t('fields:desk.save'),
    ...(overtaken ? { conflict: entryConflict(t, action) } : {}),
  };
}
