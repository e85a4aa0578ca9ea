/** What a copy of an event needs: names of its own and the new first day. */
import type { Request } from 'express';
import { body } from 'express-validator';
import { parseLocalTime } from '../platform/dates.js';
import { type FormResult, readForm } from '../platform/form.js';
import { MAX_SLUG, SHORT_CODE, SLUG } from './names.js';

const chains = [
  body('slug').trim().toLowerCase().matches(SLUG).withMessage('eventdesk:form.errors.slug'),
  body('slug')
    .isLength({ max: MAX_SLUG })
    .withMessage({ key: 'fields:tooLong', values: { max: MAX_SLUG } }),
  body('shortCode').trim().toUpperCase().matches(SHORT_CODE).withMessage('eventdesk:form.errors.shortCode'),
  body('startDay')
    .trim()
    .custom((value) => noonOf(value) !== undefined)
    .withMessage('eventdesk:form.errors.startDay'),
];

export async function readCopy(
  req: Request,
): Promise<FormResult<{ slug: string; shortCode: string; startDay: Date }>> {
  const form = await readForm<{ slug: string; shortCode: string; startDay: string }>(req, chains);
  return form.ok ? { ok: true, input: { ...form.input, startDay: noonOf(form.input.startDay)! } } : form;
}

/** Noon exists once on every day. */
function noonOf(day: unknown): Date | undefined {
  if (!/^20\d\d-\d\d-\d\d$/.test(String(day))) return undefined;
  const noon = parseLocalTime(`${day}T12:00`);
  return noon.ok ? noon.date : undefined;
}
