/**
 * Letters are templates with named placeholders in both languages, behind one renderer. A template is named like any
 * text, `application:letters.confirm`; the shipped subject and body stand there in the language files, a text the
 * team wrote instead stands in the table `letter_templates`.
 */
import type { Db } from './database.js';
import { translator } from './i18n.js';
import type { Lang } from './languages.js';

export interface LetterText {
  subject: string;
  body: string;
}

/** Fills `{name}`; throws for a placeholder nobody fills, so that no letter leaves with a hole in it. */
export function fillPlaceholders(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The letter needs a value for {${name}}`);
    return value;
  });
}

/** `{link}` stays in the body: the outbox puts the personal link in while it sends. */
export async function composeLetter(
  db: Db,
  template: string,
  lang: Lang,
  values: Record<string, string>,
): Promise<LetterText> {
  const own = await db<LetterText & { key: string; language: string }>('letter_templates')
    .where({ key: template, language: lang })
    .first('subject', 'body');
  const { subject, body } = own ?? shippedLetter(template, lang);
  const filled = { link: '{link}', ...values };
  return {
    subject: fillPlaceholders(subject, filled).replace(/\s+/g, ' ').trim(),
    body: `${withoutGaps(fillPlaceholders(body, filled))}\n`,
  };
}

export function shippedLetter(template: string, lang: Lang): LetterText {
  const t = translator(lang);
  return { subject: t(`${template}.subject`), body: t(`${template}.body`) };
}

/** An empty value leaves an empty paragraph; readers should not see it. */
function withoutGaps(body: string): string {
  return body.replace(/\n{3,}/g, '\n\n').trim();
}
