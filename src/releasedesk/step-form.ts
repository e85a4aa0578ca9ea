/** What is said when a step of a release is confirmed, and when its embargo is changed. */
import type { Request } from 'express';
import { body, type ValidationChain } from 'express-validator';
import { enteredOf, type FormResult, listOf, readForm, textOf } from '../platform/form.js';
import { momentChain, momentOf } from '../platform/moments.js';
import { type Act, ruleOf, type SeenAsset } from '../releaselife/index.js';

export const MAX_NOTE = 600;

const noteChains = (required: boolean): ValidationChain[] => [
  body('note')
    .default('')
    .trim()
    .isLength({ max: MAX_NOTE })
    .withMessage({ key: 'fields:tooLong', values: { max: MAX_NOTE } }),
  ...(required ? [body('note').notEmpty().withMessage('fields:required')] : []),
];

const isRequired = (act: Act): boolean => ['public', 'internal'].includes(ruleOf(act).note ?? '');

export async function readNote(req: Request, act: Act): Promise<FormResult<{ note: string }>> {
  return readForm<{ note: string }>(req, noteChains(isRequired(act)));
}

/** The attachments for which the embargo is to hold too, as they were when the page was opened. */
export const alongOf = (req: Request): SeenAsset[] =>
  listOf(enteredOf(req), 'along[]').flatMap((value) => {
    const [, id, version] = /^(\d{1,9})-(\d{1,9})$/.exec(value) ?? [];
    return id ? [{ id: Number(id), version: Number(version) }] : [];
  });

/** A typo needs no note. */
export async function readMending(
  req: Request,
): Promise<FormResult<{ kind: 'correct' | 'mend'; note: string }>> {
  const corrects = textOf(enteredOf(req), 'kind') === 'correct';
  return readForm<{ kind: 'correct' | 'mend'; note: string }>(req, [
    body('kind').isIn(['correct', 'mend']).withMessage('releasedesk:errors.kind'),
    ...noteChains(corrects),
  ]);
}

/** `change`: lifted now, or until another moment that is still to come. */
export async function readEmbargo(
  req: Request,
  now: Date,
): Promise<FormResult<{ until: Date | undefined; reason: string }>> {
  const moves = textOf(enteredOf(req), 'change') === 'move';
  const form = await readForm<{ note: string }>(req, [
    body('change').isIn(['lift', 'move']).withMessage('releasedesk:errors.change'),
    ...(moves ? [momentChain('embargoUntil'), futureChain(now)] : []),
    ...noteChains(true),
  ]);
  if (!form.ok) return form;
  const until = moves ? momentOf(enteredOf(req), 'embargoUntil') : undefined;
  return { ok: true, input: { until, reason: form.input.note } };
}

const futureChain = (now: Date): ValidationChain =>
  body('embargoUntil').custom((_value, { req }) => {
    const moment = momentOf(req.body, 'embargoUntil');
    if (moment && moment <= now) throw new Error('releasedesk:errors.past');
    return true;
  });
