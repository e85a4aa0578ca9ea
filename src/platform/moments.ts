/** Times in forms: a `datetime-local` field and, in the hour that exists twice, the choice which of the two is meant. */
import { body, type ValidationChain } from 'express-validator';
import { parseLocalTime, toFieldValue, toIsoLocal } from './dates.js';
import type { Entered } from './form.js';

export type MomentProblem = 'missing' | 'invalid' | 'skipped' | 'ambiguous';
export type Moment = { ok: true; date: Date } | { ok: false; problem: MomentProblem };

/** Summer time first: on that night it is the earlier one. */
export const OFFSETS = ['+02:00', '+01:00'] as const;
const SHAPE = /^(20\d\d)-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;

/** Under this name the form sends the offset that was chosen for an ambiguous time. */
export const offsetField = (field: string): string => `${field}Offset`;

export function readMoment(entered: Readonly<Record<string, unknown>>, field: string): Moment {
  const text = String(entered[field] ?? '').trim();
  if (!text) return { ok: false, problem: 'missing' };
  if (!SHAPE.test(text)) return { ok: false, problem: 'invalid' };
  return parseLocalTime(text, String(entered[offsetField(field)] ?? ''));
}

/** Undefined for what is missing or wrong. */
export function momentOf(entered: Readonly<Record<string, unknown>>, field: string): Date | undefined {
  const moment = readMoment(entered, field);
  return moment.ok ? moment.date : undefined;
}

/** What the fields of a stored time show, so that saving without a change changes nothing. */
export function enterMoment(field: string, date: Date | undefined): Entered {
  return date ? { [field]: toFieldValue(date), [offsetField(field)]: toIsoLocal(date).slice(16) } : {};
}

/** True in the hour that exists twice, whether or not one of the two is chosen. */
export function isAmbiguous(text: string): boolean {
  const moment = SHAPE.test(text) ? parseLocalTime(text) : undefined;
  return moment?.ok === false && moment.problem === 'ambiguous';
}

/** Refuses what is no time in Berlin, with a message of its own for each reason. */
export function momentChain(field: string, optional = false): ValidationChain {
  return body(field).custom((_value, { req }) => {
    const moment = readMoment(req.body, field);
    if (moment.ok || (optional && moment.problem === 'missing')) return true;
    throw new Error(`fields:moment.${moment.problem}`);
  });
}

/** Compares two times of the form once both can be read; the message stands at `field`. */
export function momentOrder(
  field: string,
  other: string,
  fits: (moment: Date, other: Date) => boolean,
  message: string,
): ValidationChain {
  return body(field).custom((_value, { req }) => {
    const [moment, compared] = [momentOf(req.body, field), momentOf(req.body, other)];
    if (moment && compared && !fits(moment, compared)) throw new Error(message);
    return true;
  });
}
