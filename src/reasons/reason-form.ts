/** What an administrator may say in a reason: its key once, the words in both languages, the decisions it is for. */
import type { Request } from 'express';
import { body } from 'express-validator';
import { bilingualChains, bilingualOf } from '../platform/bilingual.js';
import { enteredOf, type FormResult, listOf, readForm } from '../platform/form.js';
import { type ReasonTexts, WITH_REASON } from './reason.js';

/** Characters. */
const MAX_LABEL = 120;
const MAX_HINT = 200;
const MAX_TEXT = 1500;
const KEY = /^[a-z][a-z0-9_]{1,39}$/;

export interface ReasonInput {
  key: string;
  decisions: (typeof WITH_REASON)[number][];
  texts: ReasonTexts;
}

const decisionsOf = (req: { body?: unknown }): ReasonInput['decisions'] => {
  const chosen = listOf(enteredOf(req as Request), 'decisions[]');
  return WITH_REASON.filter((decision) => chosen.includes(decision));
};

/** `fixedKey`: of a reason that is there already; what the form says about it does not count. */
export async function readReason(req: Request, fixedKey?: string): Promise<FormResult<ReasonInput>> {
  if (fixedKey !== undefined) req.body = { ...req.body, key: fixedKey };
  const form = await readForm<Record<string, string>>(req, [
    ...bilingualChains('label', { max: MAX_LABEL, required: true }),
    ...bilingualChains('hint', { max: MAX_HINT, required: false }),
    ...bilingualChains('text', { max: MAX_TEXT, required: true }),
    body('decisions').custom(() => {
      if (decisionsOf(req).length === 0) throw new Error('reasons:errors.decisions');
      return true;
    }),
    body('key').trim().matches(KEY).withMessage('reasons:errors.key'),
  ]);
  if (!form.ok) return form;
  const text = (field: string) => bilingualOf(req.body, field);
  return {
    ok: true,
    input: {
      key: form.input.key!,
      decisions: decisionsOf(req),
      texts: { label: text('label'), hint: text('hint'), text: text('text') },
    },
  };
}
