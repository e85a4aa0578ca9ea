/** Forms of the desk as one view prints them: sections of rows, fields in both languages side by side. */
import { englishField, germanField } from './bilingual.js';
import { type Option, type SelectField, selectField, type TextField, textField } from './fields.js';
import { type Entered, type FieldError, type ShownError, showErrors, textOf } from './form.js';
import type { Translate } from './i18n.js';
import { isAmbiguous, OFFSETS, offsetField } from './moments.js';
import type { Page } from './render.js';

export interface FormState {
  entered: Entered;
  errors: readonly FieldError[];
}

export type FormField =
  | (TextField & { control: 'text' | 'area' | 'fixed' | 'file' })
  | (SelectField & { control: 'select' })
  | (TextField & { control: 'moment'; choices: Choice[] })
  | (TextField & { control: 'tick'; checked: boolean });

interface Choice {
  id: string;
  name: string;
  value: string;
  label: string;
  checked: boolean;
}

export interface FormSection {
  id: string;
  heading: string;
  hint?: string;
  /** Fields of a row stand side by side where there is room. */
  rows: FormField[][];
}

export interface DeskFormPage extends Page {
  back: { href: string; label: string };
  action: string;
  /** What the editor saw, for compare-and-set. */
  hidden: { name: string; value: string }[];
  sections: FormSection[];
  submit: string;
  /** Somebody saved in the meantime. */
  conflict?: { text: string; href: string; label: string };
}

type Options = Omit<Partial<TextField>, 'name' | 'label' | 'value' | 'error' | 'hint'> & { hint?: boolean };

/** Makes the fields of one form; labels and hints stand in the texts of the feature under form. */
export function fieldsOf(t: Translate, feature: string, { entered, errors }: FormState) {
  const state = { entered, errors: showErrors(t, errors) };
  const optionsOf = (name: string, { hint, ...options }: Options) =>
    hint ? { ...options, hint: t(`${feature}:form.hints.${name}`) } : options;
  const labelOf = (name: string) => fieldLabel(t, feature, name);
  const text = (
    name: string,
    options: Options = {},
    control: 'text' | 'area' | 'fixed' | 'file' = 'text',
  ) => ({
    ...textField(name, labelOf(name), state, optionsOf(baseOf(name), options)),
    control,
  });
  return {
    text,
    both: (name: string, options: Options = {}) =>
      [germanField(name), englishField(name)].map((field) =>
        text(field, options, options.rows ? 'area' : 'text'),
      ),
    select: (name: string, options: Option[]): FormField => ({
      ...selectField(name, labelOf(name), state, { options }),
      control: 'select',
    }),
    /** A box to tick, sent as `yes`. */
    tick: (name: string, options: Options = {}): FormField => ({
      ...text(name, options),
      control: 'tick',
      checked: textOf(entered, name) === 'yes',
    }),
    moment: (name: string, options: Options = {}): FormField => ({
      ...textField(name, labelOf(name), state, { ...optionsOf(name, options), type: 'datetime-local' }),
      control: 'moment',
      choices: isAmbiguous(textOf(entered, name)) ? choicesOf(t, entered, name) : [],
    }),
  };
}

/** For an entry that somebody else saved since the form was opened; the link shows how it stands now. */
export const entryConflict = (t: Translate, href: string): NonNullable<DeskFormPage['conflict']> => ({
  text: t('fields:desk.conflictEntry'),
  href,
  label: t('fields:desk.conflictLink'),
});

/** The messages over the form, each with the name of its field. */
export function errorSummary(t: Translate, feature: string, errors: readonly FieldError[]): ShownError[] {
  return showErrors(t, errors).map(({ field, message }) => ({
    field,
    message: t('fields:summaryLine', { label: fieldLabel(t, feature, field), message }),
  }));
}

const PARTS = /^(.*?)(\d*)(De|En)?$/;
const baseOf = (name: string): string => PARTS.exec(name)?.[1] ?? name;

/** `titleEn` is the title in English, `speakerName2` the second speaker's name. */
function fieldLabel(t: Translate, feature: string, name: string): string {
  const [, base = name, number = '', language] = PARTS.exec(name) ?? [];
  const label = t(`${feature}:form.labels.${base}`, { number });
  if (!language) return label;
  return t(language === 'De' ? 'fields:german' : 'fields:english', { label });
}

function choicesOf(t: Translate, entered: Entered, field: string): Choice[] {
  const name = offsetField(field);
  return OFFSETS.map((value) => ({
    id: `${name}${value === '+02:00' ? 'Summer' : 'Winter'}`,
    name,
    value,
    label: t(value === '+02:00' ? 'fields:moment.summer' : 'fields:moment.winter'),
    checked: textOf(entered, name) === value,
  }));
}
