/** How a release begins: language, event and title. */
import type { Request } from 'express';
import { body } from 'express-validator';
import { type FormResult, readForm } from '../platform/form.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import type { Beginning } from '../releaselife/index.js';
import { LIMITS } from './entries.js';

export async function readBeginning(
  req: Request,
  eventIds: readonly number[],
): Promise<FormResult<Beginning>> {
  const form = await readForm<{ language: Lang; event: string; title: string }>(req, [
    body('language').isIn(LANGUAGES).withMessage('releasedesk:errors.language'),
    body('event')
      .default('')
      .isIn(['', ...eventIds.map(String)])
      .withMessage('releasedesk:errors.event'),
    body('title')
      .default('')
      .trim()
      .notEmpty()
      .withMessage('fields:required')
      .isLength({ max: LIMITS.title })
      .withMessage({ key: 'fields:tooLong', values: { max: LIMITS.title } }),
  ]);
  if (!form.ok) return form;
  const { language, event, title } = form.input;
  return { ok: true, input: { language, title, eventId: Number(event) || undefined } };
}
