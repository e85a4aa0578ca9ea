/** The page on which the columns of a list are matched with the fields of a request. */
import { OUTLET_TYPES, WORK_AREAS } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { type SelectField, selectField } from '../platform/fields.js';
import { type Entered, type FieldError, showErrors, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { type Field, FOR_ALL, fieldsFor, guessFields, isRequired } from './column.js';
import { type Import, OUTCOMES } from './import.js';
import { importWords } from './list-upload-page.js';
import { paths } from './paths.js';

export interface MatchingPage extends Page {
  back: string;
  action: string;
  discard: string;
  about: string;
  needed: string;
  columns: SelectField[];
  forAll: SelectField[];
  /** Undefined where no letter can leave. */
  letters: { checked: boolean } | undefined;
}

export interface MatchingFacts {
  t: Translate;
  lang: Lang;
  run: Import;
  event: Event;
  /** The first rows as they came. */
  samples: readonly (readonly string[])[];
}

/** What the form shows before anybody chose: what was chosen last, else for the same headings, else what they say. */
export function firstChoices(
  { matching, kind, headings }: Import,
  remembered: readonly (Field | '')[],
): Entered {
  const guessed = remembered.length === headings.length ? remembered : guessFields(kind, headings);
  const fields = matching?.fields ?? guessed;
  return {
    ...Object.fromEntries(fields.map((field, at) => [`column${at}`, field])),
    outletType: matching?.outletType ?? '',
    workArea: matching?.workArea ?? '',
    lang: matching?.lang ?? 'de',
    outcome: matching?.outcome ?? '',
    letters: (matching?.letters ?? true) ? 'yes' : '',
  };
}

export function matchingPage(
  { t, lang, run, event, samples }: MatchingFacts,
  sent: { entered: Entered; errors: readonly FieldError[] },
): MatchingPage {
  const { kind } = run;
  const state = { entered: sent.entered, errors: showErrors(t, sent.errors) };
  const label = (field: Field) => t(`imports:fields.${field}`);
  const options = [
    { value: '', label: t('imports:leaveOut') },
    ...fieldsFor(kind).map((value) => ({
      value,
      label: isRequired(kind, value) ? t('imports:required', { field: label(value) }) : label(value),
    })),
  ];
  const forAll = <Value extends string>(
    name: Field,
    values: readonly Value[],
    labelOf: (value: Value) => string,
    empty = true,
  ) =>
    selectField(name, label(name), state, {
      options: [
        ...(empty ? [{ value: '', label: t('imports:noChoice') }] : []),
        ...values.map((value) => ({ value, label: labelOf(value) })),
      ],
    });
  return {
    title: t('imports:match.title'),
    section: 'requests',
    errors: state.errors,
    back: paths.imports,
    action: paths.columns(run.id),
    discard: paths.discard(run.id),
    about: aboutImport(t, lang, run, event),
    needed: fieldsFor(kind)
      .filter((field) => isRequired(kind, field) && !FOR_ALL.includes(field))
      .map(label)
      .join(', '),
    columns: run.headings.map((heading, at) =>
      selectField(`column${at}`, heading || t('imports:match.unnamed', { number: at + 1 }), state, {
        options,
        mark: '',
        hint: samplesOf(t, samples, at),
      }),
    ),
    forAll: [
      forAll('outletType', OUTLET_TYPES, (value) => t(`labels:outletTypes.${value}`)),
      forAll('workArea', WORK_AREAS, (value) => t(`labels:workAreas.${value}`)),
      ...(kind === 'past' ? [forAll('outcome', OUTCOMES, (value) => t(`imports:outcomes.${value}`))] : []),
      forAll('lang', LANGUAGES, (value) => t(`imports:languages.${value}`), false),
    ],
    letters: kind === 'past' ? undefined : { checked: textOf(sent.entered, 'letters') === 'yes' },
  };
}

export const aboutImport = (t: Translate, lang: Lang, run: Import, event: Event): string =>
  [
    importWords(t, lang, run),
    run.fileName,
    event.texts.title[lang] || event.texts.title.de,
    t(`imports:kindNames.${run.kind}`),
    t('imports:rows', { count: run.total }),
  ]
    .filter(Boolean)
    .join(' · ');

function samplesOf(t: Translate, samples: readonly (readonly string[])[], at: number): string {
  const found = samples.map((cells) => cells[at] ?? '').filter((cell) => cell !== '');
  const short = [...new Set(found)]
    .slice(0, 2)
    .map((cell) => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell));
  if (short.length === 0) return t('imports:match.noSample');
  return t('imports:match.sample', {
    cells: short.map((cell) => t('imports:match.quoted', { cell })).join(', '),
  });
}
