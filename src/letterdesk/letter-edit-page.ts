/** Page model of one letter: its text in both languages beside its preview, and the placeholders it may use. */
import { differenceOf, hasDifference, type Part } from '../platform/difference.js';
import { type TextField, textField } from '../platform/fields.js';
import { type Entered, type FieldError, type ShownError, showErrors } from '../platform/form.js';
import { type Translate, translator } from '../platform/i18n.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import type { LetterText } from '../platform/letters.js';
import type { Page } from '../platform/render.js';
import type { LetterEntry } from './catalogue.js';
import { type LetterRow, lookOf, type Reading, whoAndWhen } from './letter-list-page.js';
import { paths } from './paths.js';
import { fieldOf } from './typed.js';
import { type LetterTexts, type LetterVersion, textsOf } from './version.js';

export interface LetterEditPage extends Page {
  use: string;
  look: Pick<LetterRow, 'state' | 'badge' | 'icon'>;
  changed: string;
  action: string;
  /** The version the member saw, for compare-and-set. */
  version: number;
  languages: LanguagePart[];
  placeholders: { name: string; meaning: string; sample: string; required: boolean }[];
  versions: string;
  /** Where the shipped text is taken again; empty while it is in force. */
  reset: string;
  /** A sentence about what was just done without leaving the page. */
  done: string;
  conflict?: { text: string; href: string; label: string; theirs: Comparison[] };
}

interface LanguagePart {
  lang: Lang;
  label: string;
  subject: TextField;
  body: TextField;
  preview: LetterText;
  /** What keeps this language from being saved, beside its preview. */
  problems: string[];
  test: string;
}

/** One language of two versions, subject and body. */
export interface Comparison {
  lang: Lang;
  label: string;
  parts: { field: string; parts: Part[] }[];
  same: boolean;
}

export interface LetterShown {
  entry: LetterEntry;
  newest: LetterVersion | undefined;
  /** The version whose text the member is changing. */
  seen: number;
  entered: Entered;
  errors: readonly FieldError[];
  /** Both languages, filled with sample values. */
  previews: LetterTexts;
  /** Filled samples in the language of the page, for the list of placeholders. */
  samples: Record<string, string>;
  done?: string;
  /** What was typed, when somebody else saved in the meantime. */
  overtaken?: LetterTexts;
}

export function letterEditPage(reading: Reading, shown: LetterShown): LetterEditPage {
  const t = translator(reading.lang);
  const { entry, newest, errors } = shown;
  const messages = showErrors(t, errors);
  const look = lookOf(reading.lang, entry, newest);
  return {
    title: t(`letterdesk:about.${entry.group}.${entry.name}.title`),
    section: 'letters',
    crumbs: [{ label: t('letterdesk:list.title'), href: paths.list }],
    errors: messages.map((error) => ({ ...error, message: summaryLine(t, error) })),
    use: t(`letterdesk:about.${entry.group}.${entry.name}.use`),
    look,
    changed: newest ? whoAndWhen(reading, newest) : '',
    action: paths.letter(entry),
    version: shown.seen,
    languages: LANGUAGES.map((lang) => languagePart(t, lang, shown, messages)),
    placeholders: placeholdersOf(t, shown),
    versions: paths.versions(entry),
    reset: look.badge === 'plain' ? '' : paths.version(entry, 0),
    done: shown.done ?? '',
    ...(shown.overtaken ? { conflict: conflictOf(reading, shown, shown.overtaken) } : {}),
  };
}

function languagePart(
  t: Translate,
  lang: Lang,
  { entered, previews }: LetterShown,
  messages: readonly ShownError[],
): LanguagePart {
  const [subject, body] = [fieldOf('subject', lang), fieldOf('body', lang)];
  const at = (field: string) => messages.filter((error) => error.field === field);
  /** All of a field's messages at once: a text may hold several slips. */
  const state = (field: string) => ({
    entered,
    errors: [
      {
        field,
        message: at(field)
          .map(({ message }) => message)
          .join(' '),
      },
    ],
  });
  return {
    lang,
    label: t(`letterdesk:languages.${lang}`),
    subject: textField(subject, t('letterdesk:form.subject'), state(subject)),
    body: textField(body, t('letterdesk:form.body'), state(body), { rows: 22 }),
    preview: previews[lang],
    problems: [...at(subject), ...at(body)].map(({ message }) => message),
    test: `test-${lang}`,
  };
}

function summaryLine(t: Translate, { field, message }: ShownError): string {
  const label = t(`letterdesk:form.${field.replace(/(De|En)$/, '')}`);
  const named = t(field.endsWith('De') ? 'fields:german' : 'fields:english', { label });
  return t('fields:summaryLine', { label: named, message });
}

function placeholdersOf(t: Translate, { entry, samples }: LetterShown): LetterEditPage['placeholders'] {
  return Object.entries(entry.placeholders)
    .map(([name, text]) => ({
      name: `{${name}}`,
      meaning: t(`letterdesk:placeholders.${text}.meaning`),
      sample: samples[name] ?? '',
      required: entry.required.includes(name),
    }))
    .sort((a, b) => Number(b.required) - Number(a.required));
}

/** From one version to the other, as both stand. */
export function comparisonsOf(t: Translate, before: LetterTexts, after: LetterTexts): Comparison[] {
  return LANGUAGES.map((lang) => {
    const parts = (['subject', 'body'] as const).map((field) => ({
      field: t(`letterdesk:form.${field}`),
      parts: differenceOf(before[lang][field], after[lang][field]),
    }));
    return {
      lang,
      label: t(`letterdesk:languages.${lang}`),
      parts,
      same: !parts.some((field) => hasDifference(field.parts)),
    };
  });
}

function conflictOf(reading: Reading, { entry, newest }: LetterShown, typed: LetterTexts) {
  const t = translator(reading.lang);
  const who = newest ? whoAndWhen(reading, newest) : '';
  return {
    text: t('letterdesk:conflict.text', { who }),
    href: paths.version(entry, newest?.number ?? 0),
    label: t('fields:desk.conflictLink'),
    theirs: comparisonsOf(t, textsOf(entry.key, newest?.own), typed),
  };
}
