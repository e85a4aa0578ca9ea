/** Page models of form fields, as `views/parts/` prints them. */
import { type Entered, errorAt, type ShownError, textOf } from './form.js';

export interface TextField {
  name: string;
  label: string;
  value: string;
  error: string;
  hint?: string;
  optional?: boolean;
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
