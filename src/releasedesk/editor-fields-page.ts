/** The fields of the editor: text, quotes, attachments, contact and boilerplate, time and embargo. */
import { mediaDeskPaths } from '../mediadesk/index.js';
import { type FormField, type FormState, fieldsOf } from '../platform/desk-form.js';
import { type ChoiceField, choiceField, type SelectField } from '../platform/fields.js';
import { listOf, showErrors } from '../platform/form.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { editOf, type Plan } from '../releaselife/index.js';
import { nameOf, standingText } from './attachment-page.js';
import type { Editor } from './editor.js';
import { ASSETS, MAX_QUOTES, planFrom, quoteField, quoteRows } from './entries.js';
import { eventOptions } from './new-release-page.js';

interface AttachmentView {
  slug: string;
  title: string;
  /** How it stands for the public. */
  about: string;
  /** Its page at the desk; empty where it is gone. */
  href: string;
  /** It keeps the release from being published. */
  problem: string;
}

export interface EditorFields {
  text: FormField[][];
  quotes: { number: number; heading: string; rows: FormField[][] }[];
  mayAddQuote: boolean;
  attachments: AttachmentView[];
  /** What of the media kit is not attached yet. */
  available: AttachmentView[];
  contact: FormField[][];
  boilerplates: SelectField | undefined;
  boilerplate: FormField[][];
  time: { event: FormField[][]; when: ChoiceField<TimePart>; embargo: FormField[][] } | undefined;
}

type TimePart = { part: string; field: FormField };

type Fields = ReturnType<typeof fieldsOf>;

/** `timed`: time, embargo and event can still be said here. */
export function editorFields(lang: Lang, editor: Editor, state: FormState, timed: boolean): EditorFields {
  const t = translator(lang);
  const fields = fieldsOf(t, 'releasedesk', state);
  const needed = { optional: true, mark: t('releasedesk:form.needed') };
  const rows = quoteRows(state.entered);
  const chosen = listOf(state.entered, ASSETS);
  const plan = timed ? planFrom(state.entered) : editOf(editor.desk).plan;
  const view = (slug: string) => attachmentView(lang, t, { editor, plan }, slug);
  return {
    text: [
      [fields.text('title')],
      [fields.text('subtitle', { optional: true })],
      [fields.text('teaser', { rows: 3, hint: true, ...needed }, 'area')],
      [fields.text('body', { rows: 20, hint: true, ...needed }, 'area')],
      [fields.text('place', { hint: true, optional: true, short: true })],
    ],
    quotes: Array.from({ length: rows }, (_, at) => quoteView(t, fields, at + 1)),
    mayAddQuote: rows < MAX_QUOTES,
    attachments: chosen.map(view),
    available: editor.assets
      .filter(({ slug, state: kept }) => kept !== 'withdrawn' && !chosen.includes(slug))
      .map(({ slug }) => view(slug)),
    contact: [
      [fields.text('contactName', needed)],
      [
        fields.text('contactEmail', { type: 'email', ...needed, mark: t('releasedesk:form.oneOfBoth') }),
        fields.text('contactPhone', { type: 'tel', ...needed, mark: t('releasedesk:form.oneOfBoth') }),
      ],
    ],
    boilerplates: boilerplateChoice(lang, editor, fields),
    boilerplate: [[fields.text('boilerplate', { rows: 4, hint: true, optional: true }, 'area')]],
    time: timed ? timeFields(lang, editor, fields, state) : undefined,
  };
}

function quoteView(t: Translate, fields: Fields, row: number): EditorFields['quotes'][number] {
  return {
    number: row,
    heading: t('releasedesk:form.quote', { number: row }),
    rows: [
      [fields.text(quoteField('quoteText', row), { rows: 3 }, 'area')],
      [
        fields.text(quoteField('quoteSpeaker', row)),
        fields.text(quoteField('quoteFunction', row), { optional: true }),
      ],
    ],
  };
}

function attachmentView(
  lang: Lang,
  t: Translate,
  { editor, plan }: { editor: Editor; plan: Plan },
  slug: string,
): AttachmentView {
  const { assets, gaps, desk } = editor;
  const asset = assets.find((each) => each.slug === slug);
  const gap = gaps.find((each) => 'name' in each && each.name === nameOf(asset, slug, desk.release.language));
  return {
    slug,
    title: nameOf(asset, slug, lang),
    about: asset ? standingText(lang, t, editor, asset, plan) : '',
    href: asset ? mediaDeskPaths.asset(asset.id) : '',
    problem: gap ? t(`releasedesk:gaps.${gap.kind}`, { name: nameOf(asset, slug, lang) }) : '',
  };
}

function boilerplateChoice(lang: Lang, { boilerplates }: Editor, fields: Fields): SelectField | undefined {
  if (boilerplates.length === 0) return undefined;
  const named = boilerplates.map(({ id, texts }) => ({
    value: String(id),
    label: inLanguage(texts.label, lang),
  }));
  const none = { value: '', label: translator(lang)('releasedesk:form.choose') };
  const field = fields.select('boilerplateChoice', [none, ...named]) as SelectField;
  return { ...field, optional: true, mark: '' };
}

function timeFields(lang: Lang, { events }: Editor, fields: Fields, state: FormState): EditorFields['time'] {
  const t = translator(lang);
  const shown = { entered: state.entered, errors: showErrors(t, state.errors) };
  const option = (value: string, parts: TimePart[] = []) => ({
    ...{ value, label: t(`releasedesk:form.when.${value}`) },
    fields: parts,
  });
  return {
    event: [[fields.select('event', eventOptions(lang, events))]],
    when: choiceField<TimePart>(
      { name: 'when', type: 'radio', legend: t('releasedesk:form.labels.when') },
      shown,
      [
        option('atOnce'),
        option('at', [
          { part: 'moment-field', field: fields.moment('publishAt', { optional: true, mark: '' }) },
        ]),
      ],
    ),
    embargo: [[fields.moment('embargoUntil', { hint: true, optional: true })]],
  };
}
