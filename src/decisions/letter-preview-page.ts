/** A letter as the desk shows it: exactly what will be sent, except for the personal link, which nobody here may see. */
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';

export interface LetterView {
  to: string;
  subject: string;
  lang: Lang;
  paragraphs: string[];
  attachments: string[];
}

export function letterView(t: Translate, letter: Letter): LetterView {
  const body = letter.body.replaceAll('{link}', t('decisions:letter.link'));
  return {
    to: letter.to,
    subject: letter.subject,
    lang: letter.lang,
    paragraphs: body.trim().split(/\n\n+/),
    attachments: (letter.attachments ?? []).map(({ kind }) => t(`decisions:letter.attachments.${kind}`)),
  };
}
