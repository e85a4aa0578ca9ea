/** What the administration may say about the operator. Everything may be missing for now; the page lists what is. */
import type { Request } from 'express';
import { body } from 'express-validator';
import { bilingualChains, bilingualOf } from '../platform/bilingual.js';
import { type FieldError, type FormResult, readForm } from '../platform/form.js';
import { type Upload, uploadOf } from '../platform/uploads.js';
import { MARKDOWN_SETTINGS, type OperatorFields } from './operator.js';

const MAX_LOGO_BYTES = 1024 * 1024;

const chains = [
  ...bilingualChains('name', { max: 120, required: false }),
  ...bilingualChains('pressContactName', { max: 200, required: false }),
  body('pressContactEmail').trim().optional({ values: 'falsy' }).isEmail().withMessage('fields:email'),
  body('pressContactPhone')
    .default('')
    .trim()
    .matches(/^[+\d\s()/-]{0,40}$/)
    .withMessage('fields:phone'),
  ...MARKDOWN_SETTINGS.flatMap((name) => bilingualChains(name, { max: 20_000, required: false })),
];

export async function readSettings(req: Request): Promise<FormResult<OperatorFields>> {
  const form = await readForm<{ pressContactEmail?: string; pressContactPhone: string }>(req, chains);
  return form.ok ? { ok: true, input: toFields(req.body, form.input) } : form;
}

/** Also from what is only to be looked at. */
export function toFields(
  sent: Record<string, unknown>,
  { pressContactEmail = '', pressContactPhone = '' } = {},
): OperatorFields {
  const text = (field: string) => bilingualOf(sent, field);
  return {
    name: text('name'),
    imprint: text('imprint'),
    dataProtectionOfficer: text('dataProtectionOfficer'),
    pressContactName: text('pressContactName'),
    pressContactEmail,
    pressContactPhone,
    legalBasis: text('legalBasis'),
    legalRemedy: text('legalRemedy'),
    accessibilityBody: text('accessibilityBody'),
  };
}

export type LogoSent =
  | { ok: true; logo: Upload | 'remove' | 'keep' }
  | { ok: false; status: number; error: FieldError };

/** PNG or JPEG up to 1 MB, told by the content. SVG can carry scripts and is refused with a sentence of its own. */
export async function readLogo(req: Request): Promise<LogoSent> {
  const sent = await uploadOf(req, 'logo');
  if (!sent.ok) {
    const reason = sent.reason === 'wrongKind' && looksLikeSvg(req) ? 'svg' : sent.reason;
    return refused(sent.status, reason);
  }
  const { upload } = sent;
  if (!upload) return { ok: true, logo: req.body?.removeLogo === 'yes' ? 'remove' : 'keep' };
  if (upload.kind === 'application/pdf') return refused(415, 'wrongKind');
  return sentBytes(req) > MAX_LOGO_BYTES ? refused(413, 'tooBig') : { ok: true, logo: upload };
}

const refused = (status: number, reason: string): LogoSent => ({
  ok: false,
  status,
  error: { field: 'logo', message: `operator:settings.logoErrors.${reason}` },
});

const fileOf = (req: Request) => (req.files as Record<string, Express.Multer.File[]> | undefined)?.logo?.[0];
const sentBytes = (req: Request): number => fileOf(req)?.size ?? 0;
const looksLikeSvg = (req: Request): boolean =>
  /\.svgz?$/i.test(fileOf(req)?.originalname ?? '') || fileOf(req)?.mimetype === 'image/svg+xml';
