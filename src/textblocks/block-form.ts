/** What an administrator may say in a text block: label and text, each in both languages. */
import type { Request } from 'express';
import { bilingualChains, bilingualOf } from '../platform/bilingual.js';
import { type FormResult, readForm } from '../platform/form.js';
import type { BlockTexts } from './block.js';

/** Characters; several blocks and own words fit into one enquiry. */
const MAX_LABEL = 120;
const MAX_TEXT = 1000;

export async function readBlock(req: Request): Promise<FormResult<BlockTexts>> {
  const form = await readForm<Record<string, string>>(req, [
    ...bilingualChains('label', { max: MAX_LABEL, required: true }),
    ...bilingualChains('text', { max: MAX_TEXT, required: true }),
  ]);
  if (!form.ok) return form;
  return { ok: true, input: { label: bilingualOf(req.body, 'label'), text: bilingualOf(req.body, 'text') } };
}
