/** An invented request, so that a letter can be looked at as its reader will see it. */
import type { Operator } from '../operator/index.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { type LetterText, placeholdersIn, renderLetter } from '../platform/letters.js';
import type { LetterEntry } from './catalogue.js';

export interface SampleWish {
  lang: Lang;
  /** Whose legal texts and name the letter carries. */
  operator: Operator;
  baseUrl: string;
}

/** A value for every placeholder of the letter; links lead nowhere. */
export function sampleValues(entry: LetterEntry, wish: SampleWish): Record<string, string> {
  const t = translator(wish.lang);
  const own = valuesOfOperator(wish);
  return Object.fromEntries(
    Object.entries(entry.placeholders).map(([name, text]) => [
      name,
      own[name] || t(`letterdesk:placeholders.${text}.sample`, { baseUrl: wish.baseUrl }),
    ]),
  );
}

/** As the outbox will send it; a name nobody fills stays as it was typed. */
export function sampleLetter(entry: LetterEntry, text: LetterText, wish: SampleWish): LetterText {
  const typed = placeholdersIn(text.subject + text.body).map((name) => [name, `{${name}}`] as const);
  return renderLetter(text, { ...Object.fromEntries(typed), ...sampleValues(entry, wish) });
}

/** What the settings say, headed as in a real letter; empty where they say nothing yet. */
function valuesOfOperator({ lang, operator }: SampleWish): Record<string, string> {
  const t = translator(lang);
  const headed = (name: 'legalBasis' | 'legalRemedy') => {
    const text = inLanguage(operator[name], lang);
    return text && `${t(`decisions:letterParts.${name}`)}\n${text}`;
  };
  return {
    legalBasis: headed('legalBasis'),
    legalRemedy: headed('legalRemedy'),
    office: inLanguage(operator.pressContactName, lang) || inLanguage(operator.name, lang),
  };
}
