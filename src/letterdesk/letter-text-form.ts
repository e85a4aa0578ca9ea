/** Reads the texts of a letter, both languages at once: complete, and with placeholders that the portal will fill. */
import type { Request } from 'express';
import { bilingualChains } from '../platform/bilingual.js';
import { type Entered, enteredOf, type FieldError, readForm } from '../platform/form.js';
import { LANGUAGES } from '../platform/languages.js';
import type { LetterEntry } from './catalogue.js';
import { type Problem, problemsOf } from './placeholders.js';
import { fieldOf, textsTyped } from './typed.js';
import type { LetterTexts } from './version.js';

const chains = [
  ...bilingualChains('subject', { max: 200, required: true }),
  ...bilingualChains('body', { max: 20_000, required: true }),
];

export interface LetterTextSent {
  /** What was typed, also where it cannot be saved. */
  texts: LetterTexts;
  entered: Entered;
  errors: FieldError[];
}

export async function readLetterText(req: Request, entry: LetterEntry): Promise<LetterTextSent> {
  const entered = enteredOf(req);
  const form = await readForm(req, chains);
  const texts = textsTyped(entered);
  const wanting = form.ok ? [] : form.errors;
  const isWanting = (field: string) => wanting.some((error) => error.field === field);
  const problems = LANGUAGES.flatMap((lang) =>
    problemsOf(entry, texts[lang]).map((problem) => ({ at: fieldOf(problem.field, lang), problem })),
  );
  return {
    texts,
    entered,
    errors: [
      ...wanting,
      ...problems.filter(({ at }) => !isWanting(at)).map(({ at, problem }) => toError(at, problem)),
    ],
  };
}

const toError = (field: string, { kind, name, nearest = '' }: Problem): FieldError => ({
  field,
  message: { key: `letterdesk:problems.${kind}`, values: { name, nearest } },
});
