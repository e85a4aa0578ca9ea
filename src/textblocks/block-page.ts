/** Page models of the text blocks: the list, the form of one, and the boxes that a reviewer ticks. */
import { enterBilingual } from '../platform/bilingual.js';
import {
  type DeskFormPage,
  entryConflict,
  errorSummary,
  type FormState,
  fieldsOf,
} from '../platform/desk-form.js';
import { type Entered, textOf } from '../platform/form.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { stepFrom } from '../platform/offered.js';
import type { Page } from '../platform/render.js';
import type { TextBlock } from './block.js';
import { paths } from './paths.js';

export interface BlockRowView {
  id: number;
  label: string;
  /** Both languages, because both are sent. */
  texts: { lang: Lang; language: string; text: string }[];
  /** Empty where the reader may not change it. */
  href: string;
  version: number;
  move: { action: string; label: string };
}

export interface BlocksPage extends Page {
  add: string;
  offered: BlockRowView[];
  retired: BlockRowView[];
}

export function blocksPage(
  lang: Lang,
  { offered, retired }: { offered: TextBlock[]; retired: TextBlock[] },
  writes: boolean,
): BlocksPage {
  const row = (block: TextBlock) => blockRow(lang, block, writes);
  return {
    title: translator(lang)('textblocks:list.title'),
    section: 'textblocks',
    add: writes ? paths.block('new') : '',
    offered: offered.map(row),
    retired: retired.map(row),
  };
}

function blockRow(lang: Lang, { id, state, texts, version }: TextBlock, writes: boolean) {
  const t = translator(lang);
  const step = stepFrom(state);
  return {
    id,
    label: inLanguage(texts.label, lang),
    texts: (['de', 'en'] as const).map((language) => ({
      lang: language,
      language: t(`textblocks:languages.${language}`),
      text: texts.text[language],
    })),
    href: writes ? paths.block(id) : '',
    version,
    move: { action: paths.move(id, step), label: t(`textblocks:steps.${step}`) },
  };
}

export const enterBlock = ({ texts, version }: TextBlock): Entered => ({
  ...enterBilingual('label', texts.label),
  ...enterBilingual('text', texts.text),
  version: String(version),
});

interface Edited {
  /** Undefined for a new one. */
  block: TextBlock | undefined;
  state: FormState;
  /** Somebody saved since the editor opened the form. */
  overtaken?: boolean;
}

export function blockPage(lang: Lang, { block, state, overtaken = false }: Edited): DeskFormPage {
  const t = translator(lang);
  const fields = fieldsOf(t, 'textblocks', state);
  const action = paths.block(block?.id ?? 'new');
  const version = overtaken ? String(block?.version) : textOf(state.entered, 'version');
  return {
    title: t(block ? 'textblocks:form.edit' : 'textblocks:form.new'),
    section: 'textblocks',
    errors: errorSummary(t, 'textblocks', state.errors),
    back: { href: paths.list, label: t('textblocks:list.title') },
    action,
    hidden: block ? [{ name: 'version', value: version }] : [],
    sections: [
      {
        id: 'block',
        heading: t('textblocks:form.heading'),
        hint: t('textblocks:form.hint'),
        rows: [fields.both('label', { hint: true }), fields.both('text', { hint: true, rows: 6 })],
      },
    ],
    submit: t('fields:desk.save'),
    ...(overtaken ? { conflict: entryConflict(t, action) } : {}),
  };
}

/** A block as a reviewer chooses it: named in their language, with the words that the applicant will read. */
export interface BlockChoice {
  id: number;
  label: string;
  text: string;
  lang: Lang;
  /** It stands in the text already. */
  used: boolean;
}

export function blockChoices(
  lang: Lang,
  blocks: readonly TextBlock[],
  enquiry: { lang: Lang; text: string },
): BlockChoice[] {
  const written = enquiry.text.replace(/\r\n?/g, '\n');
  return blocks.map(({ id, texts }) => {
    const text = inLanguage(texts.text, enquiry.lang);
    return {
      id,
      label: inLanguage(texts.label, lang),
      text,
      lang: enquiry.lang,
      used: written.includes(text),
    };
  });
}
