/** Uploading many files at once: the form, and what became of each file. */
import type { Event } from '../events/index.js';
import { errorSummary, type FormField, type FormState, fieldsOf } from '../platform/desk-form.js';
import { type SelectField, selectField } from '../platform/fields.js';
import { showErrors } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { formatBytes } from '../platform/numbers.js';
import type { Page } from '../platform/render.js';
import { paths } from './paths.js';
import { MAX_FILES, MAX_MEDIA_BYTES, type Taken } from './taking.js';

export interface FileResult {
  name: string;
  taken: boolean;
  /** What became of it, in one sentence. */
  text: string;
  /** The draft, or the asset that was made from the same file; empty for other refusals. */
  href: string;
  link: string;
}

export interface UploadPage extends Page {
  back: { href: string; label: string };
  action: string;
  event: SelectField;
  file: { label: string; hint: string; error: string };
  /** Rights said once for all files, where they do not say them themselves. */
  common: FormField[][];
  results: FileResult[];
  /** How many were taken, in words; empty before anything was sent. */
  summary: string;
  drafts: string;
}

interface Shown {
  t: Translate;
  lang: Lang;
  events: readonly Event[];
  state: FormState;
  taken?: readonly Taken[];
}

export function uploadPage({ t, lang, events, state, taken = [] }: Shown): UploadPage {
  const shown = { entered: state.entered, errors: showErrors(t, state.errors) };
  return {
    title: t('mediadesk:upload.title'),
    section: 'media',
    errors: errorSummary(t, 'mediadesk', state.errors),
    back: { href: paths.list(), label: t('mediadesk:title') },
    action: paths.upload,
    event: selectField('eventId', t('mediadesk:form.labels.eventId'), shown, {
      options: eventOptions(t, lang, events),
      hint: t('mediadesk:upload.eventHint'),
    }),
    file: {
      label: t('mediadesk:form.labels.files'),
      hint: t('mediadesk:upload.hint', { max: formatBytes(lang, MAX_MEDIA_BYTES), files: MAX_FILES }),
      error: shown.errors.find(({ field }) => field === 'files')?.message ?? '',
    },
    common: commonFields(t, state),
    results: taken.map((one) => resultOf(t, lang, one)),
    summary: summaryOf(t, taken),
    drafts: paths.list({ state: 'draft' }),
  };
}

function commonFields(t: Translate, state: FormState): FormField[][] {
  const fields = fieldsOf(t, 'mediadesk', state);
  const optional = { optional: true, mark: '' };
  return [
    [fields.text('creator', optional), fields.text('credit', optional)],
    fields.both('licence', optional),
    [fields.text('licenceUrl', { ...optional, type: 'url' }), fields.text('licensor', optional)],
  ];
}

export const eventOptions = (t: Translate, lang: Lang, events: readonly Event[]) => [
  ...events.map(({ id, texts }) => ({ value: String(id), label: inLanguage(texts.title, lang) })),
  { value: 'none', label: t('mediadesk:form.noEvent') },
];

export function resultOf(t: Translate, lang: Lang, taken: Taken): FileResult {
  const name = taken.originalName || t('mediadesk:untitled');
  if (taken.ok) {
    const href = paths.asset(taken.id);
    return { name, taken: true, text: t('mediadesk:upload.taken'), href, link: t('mediadesk:upload.check') };
  }
  const max = formatBytes(lang, MAX_MEDIA_BYTES);
  return {
    name,
    taken: false,
    text: t(`mediadesk:refusals.${taken.reason}`, { max }),
    href: taken.known ? paths.asset(taken.known) : '',
    link: t('mediadesk:upload.known'),
  };
}

function summaryOf(t: Translate, taken: readonly Taken[]): string {
  if (taken.length === 0) return '';
  const count = taken.filter(({ ok }) => ok).length;
  const refused = taken.length - count;
  const sentences = [t('mediadesk:upload.countTaken', { count })];
  if (refused > 0) sentences.push(t('mediadesk:upload.countRefused', { count: refused }));
  return sentences.join(' ');
}
