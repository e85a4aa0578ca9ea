/** What an editor may say in a boilerplate: label and text, each in both languages. */
import type { Request } from 'express';
import { bilingualChains, bilingualOf } from '../platform/bilingual.js';
import { type FormResult, readForm } from '../platform/form.js';
import type { BoilerplateTexts } from './boilerplate.js';

/** Characters; the text stands below every release that takes it. */
const MAX_LABEL = 120;
const MAX_TEXT = 2000;

export async function readBoilerplate(req: Request): Promise<FormResult<BoilerplateTexts>> {
  const form = await readForm<Record<string, string>>(req, [
    ...bilingualChains('label', { max: MAX_LABEL, required: true }),
    ...bilingualChains('text', { max: MAX_TEXT, required: true }),
  ]);
  if (!form.ok) return form;
  return { ok: true, input: { label: bilingualOf(req.body, 'label'), text: bilingualOf(req.body, 'text') } };
}
