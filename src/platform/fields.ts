/** Page models of form fields, as `views/parts/` prints them. */
import { type Entered, errorAt, listOf, type ShownError, textOf } from './form.js';

export interface TextField {
  name: string;
  label: string;
  value: string;
  error: string;
  hint?: string;
  optional?: boolean;
  /** Words in brackets after the label, instead of “optional” (empty: none). */
  mark?: string;
  /** `text` where it is not set. */
  type?: string;
  autocomplete?: string;
  inputmode?: string;
  short?: boolean;
  rows?: number;
}

export interface Option {
  value: string;
  label: string;
}

export interface SelectField extends TextField {
  options: Option[];
}

/** Radio buttons or tick boxes under one legend; an option may bring its own hint and fields. */
export interface ChoiceField<Part = TextField> {
  /** Id of the first option and prefix of the others, so that the error summary leads to it. */
  name: string;
  inputName: string;
  type: 'radio' | 'checkbox';
  legend: string;
  error: string;
  options: ChoiceOption<Part>[];
  hint?: string;
  optional?: boolean;
  /** Short options side by side. */
  compact?: boolean;
}

export interface ChoiceOption<Part = TextField> {
  id: string;
  value: string;
  label: string;
  checked: boolean;
  hint?: string;
  icon?: string;
  fields: Part[];
}

type FieldOptions = Omit<TextField, 'name' | 'label' | 'value' | 'error'>;

/** A field with what was entered and the message about it. */
export function textField(
  name: string,
  label: string,
  state: { entered: Entered; errors: readonly ShownError[] },
  options: FieldOptions = {},
): TextField {
  return { name, label, value: textOf(state.entered, name), error: errorAt(state.errors, name), ...options };
}

export function selectField(
  name: string,
  label: string,
  state: { entered: Entered; errors: readonly ShownError[] },
  options: FieldOptions & { options: Option[] },
): SelectField {
  return { ...textField(name, label, state, options), options: options.options };
}

type ChoiceWish<Part> = { value: string; label: string; hint?: string; icon?: string; fields?: Part[] };

/** One of several (`radio`) or any number of them (`checkbox`, sent as a list `name[]`). */
export function choiceField<Part = TextField>(
  { name, type, legend }: Pick<ChoiceField, 'name' | 'type' | 'legend'>,
  { entered, errors }: { entered: Entered; errors: readonly ShownError[] },
  options: ChoiceWish<Part>[],
  more: Pick<ChoiceField, 'hint' | 'optional' | 'compact'> = {},
): ChoiceField<Part> {
  const inputName = type === 'checkbox' ? `${name}[]` : name;
  const chosen = listOf(entered, inputName);
  return {
    name,
    type,
    legend,
    inputName,
    error: errorAt(errors, name),
    options: options.map((option, at) => ({
      ...option,
      id: at === 0 ? name : `${name}-${option.value}`,
      checked: chosen.includes(option.value),
      fields: option.fields ?? [],
    })),
    ...more,
  };
}
