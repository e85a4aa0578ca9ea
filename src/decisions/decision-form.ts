/** The form of a decision: what each decision must say, by the catalogue of reasons. */
import { body, type ValidationChain } from 'express-validator';
import { DECISIONS, type Decision } from '../accreditation/index.js';
import { addDays, parseLocalTime, toDay } from '../platform/dates.js';
import { type Catalogue, isOffered } from '../reasons/index.js';
import { DEMANDS, type Ruling } from './demands.js';

export interface DecisionInput {
  decision: Decision;
  reason: string;
  text: string;
  limits: string;
  fact: string;
  knownOn: string;
  due: string;
  version: string;
}

const MAX_TEXT = 4000;

/** `now` is business time: an answer can only be awaited from later. */
export function decisionForm(now: Date, catalogue: Catalogue): ValidationChain[] {
  return [
    body('decision')
      .isIn([...DECISIONS])
      .withMessage('decisions:errors.decision'),
    body('reason')
      .trim()
      .custom((reason: string, { req }) => reasonFits(catalogue, req.body.decision, reason))
      .withMessage('decisions:errors.reason'),
    body('text')
      .trim()
      .custom((text: string, { req }) => text !== '' || !needsText(req.body))
      .withMessage('decisions:errors.text')
      .bail()
      .isLength({ max: MAX_TEXT })
      .withMessage({ key: 'decisions:errors.tooLong', values: { max: MAX_TEXT } }),
    body('limits')
      .trim()
      .custom(
        (limits: string, { req }) =>
          limits !== '' || !demandsOf(req.body.decision).limits || Boolean(req.body.reason),
      )
      .withMessage('decisions:errors.limits')
      .bail()
      .isLength({ max: MAX_TEXT })
      .withMessage({ key: 'decisions:errors.tooLong', values: { max: MAX_TEXT } }),
    body('fact')
      .default('')
      .trim()
      .custom((fact: string, { req }) => fact !== '' || !demandsOf(req.body.decision).fact)
      .withMessage('decisions:errors.fact')
      .bail()
      .isLength({ max: MAX_TEXT })
      .withMessage({ key: 'decisions:errors.tooLong', values: { max: MAX_TEXT } }),
    body('knownOn')
      .default(toDay(now))
      .trim()
      .custom((day: string, { req }) => !demandsOf(req.body.decision).fact || isPastDay(day, now))
      .withMessage('decisions:errors.knownOn'),
    body('due')
      .default('default')
      .custom((due: string, { req }) => !demandsOf(req.body.decision).due || isLaterDay(due, now))
      .withMessage('decisions:errors.due'),
    body('version').trim(),
  ];
}

const demandsOf = (decision: unknown) => DEMANDS[decision as Decision] ?? DEMANDS.approve;

const needsText = ({ decision, reason }: Record<string, unknown>): boolean => {
  const { text } = demandsOf(decision);
  return text === 'required' || (text === 'orReason' && !reason);
};

/** A reason that does not belong to the decision is never kept, not even where none is needed. */
function reasonFits(catalogue: Catalogue, decision: Decision, reason: string): boolean {
  const { reason: demand } = demandsOf(decision);
  if (reason === '') return demand !== 'required';
  return demand === 'none' || isOffered(catalogue, decision, reason);
}

function isLaterDay(due: string, now: Date): boolean {
  if (due === 'default') return true;
  const end = endOfDay(due);
  return end !== undefined && end > now;
}

/** Today counts: something may have become known this morning. */
const isPastDay = (day: string, now: Date): boolean => endOfDay(day) !== undefined && day <= toDay(now);

function endOfDay(day: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const time = parseLocalTime(`${day}T23:59`);
  return time.ok ? time.date : undefined;
}

/** In three days, on Monday instead of a weekend, or by the promised answer date where that comes first and is still ahead. */
export function usualDueDay(answerBy: Date, now: Date): string {
  const due = nextWorkingDay(addDays(now, 3));
  return toDay(answerBy > now && answerBy < due ? answerBy : due);
}

/** The same day from Monday to Friday. */
function nextWorkingDay(date: Date): Date {
  const weekday = new Date(toDay(date)).getUTCDay();
  return addDays(date, { 6: 2, 0: 1 }[weekday] ?? 0);
}

/** `slots`: the numbers that were ticked; undefined when the form showed none. */
export function toRuling(
  { decision, reason, text, limits, fact, knownOn, due }: DecisionInput,
  slots: readonly number[] | undefined,
  usualDue: string,
): Ruling {
  const demands = DEMANDS[decision];
  return {
    decision,
    reason: demands.reason === 'none' ? '' : reason,
    text: demands.text === 'none' ? '' : text,
    limits: demands.limits ? limits : '',
    fact: demands.fact ? { text: fact, knownOn } : undefined,
    due: demands.due ? endOfDay(due === 'default' ? usualDue : due) : undefined,
    slots: demands.slots ? slots : undefined,
  };
}
