/** Texts in both languages in forms: `titleDe` and `titleEn`, side by side. */
import { body, type ValidationChain } from 'express-validator';
import { type Entered, textOf } from './form.js';
import type { Bilingual, Lang } from './languages.js';

export const germanField = (field: string): string => `${field}De`;
export const englishField = (field: string): string => `${field}En`;
export const fieldIn = (lang: Lang, field: string): string =>
  lang === 'de' ? germanField(field) : englishField(field);

/** Both languages or, where the text may be missing, none: half a text would be an accident. */
export function bilingualChains(
  field: string,
  { max, required }: { max: number; required: boolean },
): ValidationChain[] {
  const names = [germanField(field), englishField(field)] as const;
  const shape = names.map((name) =>
    body(name).default('').trim().isLength({ max }).withMessage({ key: 'fields:tooLong', values: { max } }),
  );
  const presence = names.map((name, at) =>
    body(name).custom((value, { req }) => {
      if (value) return true;
      if (required) throw new Error('fields:required');
      if (req.body[names[1 - at]!]) throw new Error('fields:otherLanguage');
      return true;
    }),
  );
  return [...shape, ...presence];
}

export function bilingualOf(body: Readonly<Record<string, unknown>>, field: string): Bilingual {
  return { de: textIn(body, germanField(field)), en: textIn(body, englishField(field)) };
}

export function enterBilingual(field: string, text: Bilingual): Entered {
  return { [germanField(field)]: text.de, [englishField(field)]: text.en };
}

/** Browsers send line ends as CRLF. */
const textIn = (body: Readonly<Record<string, unknown>>, field: string): string =>
  textOf(body as Entered, field)
    .replace(/\r\n?/g, '\n')
    .trim();
