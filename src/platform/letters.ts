/**
 * Letters are templates with named placeholders in both languages, behind one renderer. A template is named like any
 * text, `application:letters.confirm`; the shipped subject and body stand there in the language files, a text the
 * team wrote instead is the newest version in the table `letter_versions`.
 */
import type { Db } from './database.js';
import { translator } from './i18n.js';
import type { Lang } from './languages.js';

export interface LetterText {
  subject: string;
  body: string;
}

/** By language; null: as shipped. */
export type OwnTexts = Record<Lang, LetterText | null>;

const PLACEHOLDER = /\{(\w+)\}/g;

/** Fills `{name}`; throws for a placeholder nobody fills, so that no letter leaves with a hole in it. */
export function fillPlaceholders(template: string, values: Record<string, string>): string {
  return template.replace(PLACEHOLDER, (_match, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The letter needs a value for {${name}}`);
    return value;
  });
}

/** Each name once, in the order in which it stands in the text. */
export function placeholdersIn(template: string): string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map(([, name]) => name!))];
}

/** `{link}` stays in the body: the outbox puts the personal link in while it sends. */
export async function composeLetter(
  db: Db,
  template: string,
  lang: Lang,
  values: Record<string, string>,
): Promise<LetterText> {
  const [letter] = await composeLetters(db, template, [{ lang, values }]);
  return letter!;
}

/** The same letter to several readers, in one statement. */
export async function composeLetters(
  db: Db,
  template: string,
  readers: readonly { lang: Lang; values: Record<string, string> }[],
): Promise<LetterText[]> {
  const texts = await findOwnTexts(db, template);
  return readers.map(({ lang, values }) => {
    const filled = { link: '{link}', ...values };
    const own = texts?.[lang];
    // A text that an update of the portal has left behind must not hold up the letter.
    return renderLetter(own && isFilled(own, filled) ? own : shippedLetter(template, lang), filled);
  });
}

const isFilled = ({ subject, body }: LetterText, values: Record<string, string>): boolean =>
  placeholdersIn(subject + body).every((name) => values[name] !== undefined);

/** The letter as it will stand in the outbox: a subject of one line, a body without the gaps of empty values. */
export function renderLetter({ subject, body }: LetterText, values: Record<string, string>): LetterText {
  return {
    subject: fillPlaceholders(subject, values).replace(/\s+/g, ' ').trim(),
    body: `${withoutGaps(fillPlaceholders(body, values))}\n`,
  };
}

export function shippedLetter(template: string, lang: Lang): LetterText {
  const t = translator(lang);
  return { subject: t(`${template}.subject`), body: t(`${template}.body`) };
}

async function findOwnTexts(db: Db, template: string): Promise<OwnTexts | undefined> {
  const newest = await db<{ key: string; number: number; texts: string }>('letter_versions')
    .where({ key: template })
    .orderBy('number', 'desc')
    .first('texts');
  return newest && (JSON.parse(newest.texts) as OwnTexts);
}

/** An empty value leaves an empty paragraph; readers should not see it. */
function withoutGaps(body: string): string {
  return body.replace(/\n{3,}/g, '\n\n').trim();
}
