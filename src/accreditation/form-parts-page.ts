/** The parts a form of the applicant's side is made of: fields with label, hint, what was typed and what is wrong with it. */
import type { Slot } from '../events/index.js';
import { type ChoiceField, selectField, type TextField, textField } from '../platform/fields.js';
import { type Entered, type ShownError, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';

/** One part of the page: the name of its view in `views/parts/` and what that view prints. */
export type FormPart =
  | { part: 'text-field' | 'textarea' | 'select' | 'file-field'; field: TextField }
  | { part: 'choices'; field: ChoiceField<FormPart> };

export interface FormSection {
  id: string;
  legend: string;
  hint?: string;
  parts: FormPart[];
  /** Voluntary fields, folded away; open when something in them was filled in or is wrong. */
  more?: { summary: string; open: boolean; parts: FormPart[] };
}

/** A sentence above the form that is about no single field. */
export interface FormNotice {
  kind: 'warning' | 'danger' | 'info';
  title: string;
  text: string;
}

export interface FieldsContext {
  t: Translate;
  lang: Lang;
  event: { startsAt: Date };
  slots: readonly Slot[];
  /** A file came with the request already: another one is voluntary. */
  hasFile?: boolean;
}

export interface FieldsState {
  entered: Entered;
  errors: readonly ShownError[];
}

export function folded(
  summary: string,
  { entered }: FieldsState,
  parts: FormPart[],
): NonNullable<FormSection['more']> {
  const used = parts.some(({ field }) => field.error !== '' || textOf(entered, field.name) !== '');
  return { summary, open: used, parts };
}

type TextOptions = Parameters<typeof textField>[3] & object;

/** `hint: true`: the hint stands in the language file under the name of the field. */
export function text(
  t: Translate,
  state: FieldsState,
  name: string,
  { hint, ...options }: Omit<TextOptions, 'hint'> & { hint?: boolean } = {},
): FormPart {
  const field = textField(name, t(`accreditation:fields.${name}`), state, {
    ...options,
    ...(hint ? { hint: t(`accreditation:hints.${name}`) } : {}),
  });
  return { part: 'text-field', field };
}

export function area(t: Translate, state: FieldsState, name: string, hint = false): FormPart {
  const { field } = text(t, state, name, { optional: true, hint }) as { field: TextField };
  return { part: 'textarea', field };
}

export function select(
  t: Translate,
  state: FieldsState,
  name: string,
  values: { value: string; label: string }[],
): FormPart {
  const options = [{ value: '', label: t('accreditation:choose') }, ...values];
  return { part: 'select', field: selectField(name, t(`accreditation:fields.${name}`), state, { options }) };
}
