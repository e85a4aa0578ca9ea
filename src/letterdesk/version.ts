/** One saved version of a letter's texts; number 0 is the shipped text. */
import { LANGUAGES, type Lang } from '../platform/languages.js';
import { type LetterText, type OwnTexts, shippedLetter } from '../platform/letters.js';

export interface LetterVersion {
  key: string;
  number: number;
  own: OwnTexts;
  /** The number of the version whose text was taken again. */
  restored: number | undefined;
  /** The number of the member who saved it. */
  changedBy: number;
  changedAt: Date;
}

export type LetterTexts = Record<Lang, LetterText>;

const SHIPPED: OwnTexts = { de: null, en: null };

/** The texts in force: the team's own, or the shipped one of this build. */
export function textsOf(key: string, own: OwnTexts = SHIPPED): LetterTexts {
  return byLanguage((lang) => own[lang] ?? shippedLetter(key, lang));
}

/** A text like the shipped one is none of its own, so that it follows when an update improves the shipped one. */
export function ownTextsOf(key: string, texts: LetterTexts): OwnTexts {
  return byLanguage((lang) => {
    const shipped = shippedLetter(key, lang);
    const { subject, body } = texts[lang];
    return subject === shipped.subject && body === shipped.body ? null : { subject, body };
  });
}

/** The languages in which the team wrote its own text. */
export function changedLanguages(version: Pick<LetterVersion, 'own'> | undefined): Lang[] {
  return version ? LANGUAGES.filter((lang) => version.own[lang] !== null) : [];
}

export function isSameText(a: OwnTexts, b: OwnTexts): boolean {
  return LANGUAGES.every((lang) => a[lang]?.subject === b[lang]?.subject && a[lang]?.body === b[lang]?.body);
}

export function byLanguage<T>(make: (lang: Lang) => T): Record<Lang, T> {
  return { de: make('de'), en: make('en') };
}
