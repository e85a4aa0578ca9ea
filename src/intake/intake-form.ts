/** The form of a request taken in by the team: the fields for everybody, and how it came. */
import type { Request } from 'express';
import { body } from 'express-validator';
import { type Accreditation, type AccreditationResult, readAccreditation } from '../accreditation/index.js';
import type { Event, Slot } from '../events/index.js';
import { yearOf } from '../platform/dates.js';
import { readForm } from '../platform/form.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import { uploadOf } from '../platform/uploads.js';
import { CHANNELS, type Channel } from './channel.js';

interface Way {
  channel: Channel;
  lang: Lang;
  nonce: string;
}

export type IntakeForm = Accreditation & Way;
export type IntakeResult = ({ ok: true } & IntakeForm) | Exclude<AccreditationResult, { ok: true }>;

const CHAINS = [
  body('channel').isIn(CHANNELS).withMessage('intake:errors.channel'),
  body('lang').isIn(LANGUAGES).withMessage('intake:errors.lang'),
  body('nonce').isString().isLength({ min: 8, max: 64 }).withMessage('errors:formExpired'),
];

/** `status` is what HTTP calls the trouble. */
export async function readIntake(
  req: Request,
  { event, slots }: { event: Event; slots: readonly Slot[] },
): Promise<IntakeResult> {
  const way = await readForm<Way>(req, CHAINS);
  const file = await uploadOf(req, 'proofFile');
  const asked = await readAccreditation(req, { year: yearOf(event.startsAt), slots, file });
  if (way.ok && asked.ok) return { ...asked, ...way.input };
  const errors = [...(way.ok ? [] : way.errors), ...(asked.ok ? [] : asked.errors)];
  const entered = way.ok ? (asked.ok ? {} : asked.entered) : way.entered;
  return { ok: false, status: asked.ok ? 400 : asked.status, entered, errors };
}
