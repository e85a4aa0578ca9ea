/** The texts of a letter as the fields of a form, and back. */
import { bilingualOf } from '../platform/bilingual.js';
import type { Entered } from '../platform/form.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import type { LetterText } from '../platform/letters.js';
import { byLanguage, type LetterTexts } from './version.js';

export function fieldOf(field: keyof LetterText, lang: Lang): string {
  return `${field}${lang === 'de' ? 'De' : 'En'}`;
}

export function enterTexts(texts: LetterTexts): Entered {
  return Object.fromEntries(
    LANGUAGES.flatMap((lang) =>
      (['subject', 'body'] as const).map((field) => [fieldOf(field, lang), texts[lang][field]]),
    ),
  );
}

export function textsTyped(entered: Entered): LetterTexts {
  const [subject, body] = [bilingualOf(entered, 'subject'), bilingualOf(entered, 'body')];
  return byLanguage((lang) => ({ subject: subject[lang].replace(/\s+/g, ' '), body: body[lang] }));
}
