/** Reads a submitted form once: checked values, or one message per field. */
import type { Request } from 'express';
import { matchedData, type ValidationChain, validationResult } from 'express-validator';
import { type Message, type Translate, translateMessage } from './i18n.js';

export interface FieldError {
  field: string;
  message: Message;
}

/** As the view prints it. */
export interface ShownError {
  field: string;
  message: string;
}

/** What a person typed, by field; names ending in `[]` hold lists. */
export type Entered = Record<string, string | string[]>;

export type FormResult<Input> =
  | { ok: true; input: Input }
  | { ok: false; entered: Entered; errors: FieldError[] };

/**
 * `Input` must list exactly the fields the chains check; anything else in the body is dropped. Messages given with
 * `withMessage` are keys of the language files.
 */
export async function readForm<Input extends object>(
  req: Request,
  chains: ValidationChain[],
): Promise<FormResult<Input>> {
  req.body = withLastValues(req.body ?? {});
  for (const chain of chains) await chain.run(req);

  const failures = validationResult(req).mapped();
  if (Object.keys(failures).length === 0)
    return { ok: true, input: matchedData<Input>(req, { locations: ['body'] }) };
  return { ok: false, entered: enteredOf(req), errors: errorsOf(failures) };
}

function errorsOf(failures: Record<string, { msg: unknown }>): FieldError[] {
  return Object.entries(failures).map(([field, { msg }]) => ({ field, message: msg as Message }));
}

/** Everything typed, also in fields that were fine, so that nothing is lost when the page is shown again. */
export function enteredOf(req: Request): Entered {
  const body = withLastValues((req.body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string | string[]] => isEntry(pair[1])),
  );
}

export function textOf(entered: Entered, field: string): string {
  const value = entered[field];
  return typeof value === 'string' ? value : '';
}

export function listOf(entered: Entered, field: string): string[] {
  const value = entered[field];
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

export function showErrors(t: Translate, errors: readonly FieldError[]): ShownError[] {
  return errors.map(({ field, message }) => ({ field, message: translateMessage(t, message) }));
}

export function errorAt(errors: readonly ShownError[], field: string): string {
  return errors.find((error) => error.field === field)?.message ?? '';
}

const isEntry = (value: unknown): boolean =>
  typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/** express-validator checks a field sent twice item by item; the last value counts, lists end in `[]`. */
function withLastValues(body: Record<string, unknown>): Record<string, unknown> {
  const one = (name: string, value: unknown) => {
    if (name.endsWith('[]')) return (Array.isArray(value) ? value : [value]).map(withoutNul);
    return withoutNul(Array.isArray(value) ? value.at(-1) : value);
  };
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, one(name, value)]));
}

/** No keyboard types it, and PostgreSQL stores no text with it. */
const withoutNul = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\u0000', '') : value;
