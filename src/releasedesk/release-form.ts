/** What the editor's form may say. A draft may have gaps; what is written must be well formed. */
import type { Request } from 'express';
import { body, type ValidationChain } from 'express-validator';
import { type Entered, enteredOf, type FieldError, readForm, textOf } from '../platform/form.js';
import { momentChain } from '../platform/moments.js';
import type { Edit } from '../releaselife/index.js';
import {
  contentFrom,
  LIMITS,
  planFrom,
  QUOTE_FIELDS,
  QUOTE_LIMITS,
  quoteField,
  quoteRows,
  settled,
} from './entries.js';

export type ReleaseRead = { ok: true; input: Edit } | { ok: false; errors: FieldError[] };

/** Leaves the settled form in `req.body`. `timed`: whether time, embargo and event are still the form's to say. */
export async function readRelease(
  req: Request,
  { timed, eventIds }: { timed: boolean; eventIds: readonly number[] },
): Promise<ReleaseRead> {
  req.body = settled(enteredOf(req));
  const rows = Array.from({ length: quoteRows(req.body as Entered) }, (_, at) => at + 1);
  const form = await readForm(req, [
    ...textChains,
    ...rows.flatMap(quoteChains),
    ...(timed ? timeChains(textOf(req.body, 'when'), eventIds) : []),
  ]);
  if (!form.ok) return form;
  const entered = enteredOf(req);
  return { ok: true, input: { content: contentFrom(entered), plan: planFrom(entered) } };
}

const limit = (name: string, max: number): ValidationChain =>
  body(name).default('').trim().isLength({ max }).withMessage({ key: 'fields:tooLong', values: { max } });

const textChains: ValidationChain[] = [
  body('title').default('').trim().notEmpty().withMessage('fields:required'),
  ...Object.entries(LIMITS).map(([name, max]) => limit(name, max)),
  body('contactEmail').optional({ values: 'falsy' }).isEmail().withMessage('fields:email'),
  body('contactPhone')
    .matches(/^[+\d\s()/-]*$/)
    .withMessage('fields:phone'),
];

/** Empty rows are gone by now: whoever is quoted has a name, and said something. */
const quoteChains = (row: number): ValidationChain[] => [
  ...QUOTE_FIELDS.map((name) => limit(quoteField(name, row), QUOTE_LIMITS[name])),
  ...(['quoteText', 'quoteSpeaker'] as const).map((name) =>
    body(quoteField(name, row)).notEmpty().withMessage('fields:required'),
  ),
];

const timeChains = (when: string, eventIds: readonly number[]): ValidationChain[] => [
  body('event')
    .default('')
    .isIn(['', ...eventIds.map(String)])
    .withMessage('releasedesk:errors.event'),
  body('when').default('').isIn(['atOnce', 'at']).withMessage('releasedesk:errors.when'),
  ...(when === 'at' ? [momentChain('publishAt')] : []),
  momentChain('embargoUntil', true),
];
