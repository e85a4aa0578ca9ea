/** The operator's settings at the desk: the form, what is missing, and how the texts will look. */
import { enterBilingual } from '../platform/bilingual.js';
import { formatDateTime } from '../platform/dates.js';
import {
  type DeskFormPage,
  errorSummary,
  type FormSection,
  type FormState,
  fieldsOf,
} from '../platform/desk-form.js';
import type { Entered } from '../platform/form.js';
import { type Translate, translator } from '../platform/i18n.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import { renderMarkdown } from '../platform/markdown.js';
import { MARKDOWN_SETTINGS, missingSettings, type Operator, type OperatorFields } from './operator.js';
import { paths } from './paths.js';

export interface SettingsPage extends DeskFormPage {
  missing: string[];
  /** Undefined while the word mark stands alone. */
  logo: { src: string; width: number; height: number } | undefined;
  plain: { label: string; value: string }[];
  preview: { label: string; texts: { lang: Lang; label: string; html: string }[] }[];
}

export function enterSettings(operator: Operator): Entered {
  const bilingual = ['name', 'pressContactName', ...MARKDOWN_SETTINGS] as const;
  return {
    ...Object.assign({}, ...bilingual.map((name) => enterBilingual(name, operator[name]))),
    pressContactEmail: operator.pressContactEmail,
    pressContactPhone: operator.pressContactPhone,
  };
}

export interface SettingsShown {
  operator: Operator;
  version: number;
  updatedAt: Date | undefined;
  state: FormState;
  /** The texts to look at: those stored, or those typed. */
  texts: OperatorFields;
  overtaken?: boolean;
}

export function settingsPage(lang: Lang, shown: SettingsShown): SettingsPage {
  const t = translator(lang);
  const { operator, version, state } = shown;
  return {
    title: t('operator:settings.title'),
    section: 'settings',
    errors: errorSummary(t, 'operator', state.errors),
    back: { href: '/staff', label: t('operator:settings.back') },
    action: paths.deskSettings,
    hidden: [{ name: 'version', value: String(version) }],
    sections: sectionsOf(t, state),
    submit: t('fields:desk.save'),
    missing: missingSettings(operator).map((name) => t(`operator:form.labels.${name}`)),
    logo: logoShown(operator),
    plain: plainOf(t, lang, operator),
    preview: previewOf(t, shown.texts),
    ...(shown.overtaken ? { conflict: conflictOf(t, lang, shown) } : {}),
  };
}

function sectionsOf(t: Translate, state: FormState): FormSection[] {
  const fields = fieldsOf(t, 'operator', state);
  const section = (id: string, rows: FormSection['rows']): FormSection => ({
    id,
    heading: t(`operator:form.sections.${id}`),
    rows,
  });
  const markdown = (name: string) =>
    fields.both(name, { rows: 7, hint: true, optional: name === 'accessibilityBody' });
  return [
    section('operator', [fields.both('name'), [fields.text('logo', { hint: true, optional: true }, 'file')]]),
    section('pressContact', [
      fields.both('pressContactName'),
      [
        fields.text('pressContactEmail', { type: 'email' }),
        fields.text('pressContactPhone', { type: 'tel', optional: true }),
      ],
    ]),
    {
      ...section('legal', [
        markdown('imprint'),
        markdown('dataProtectionOfficer'),
        markdown('accessibilityBody'),
      ]),
      hint: t('operator:form.hints.markdown'),
    },
    { ...section('rejection', [markdown('legalBasis'), markdown('legalRemedy')]) },
  ];
}

function logoShown({ logo, logoSize }: Operator) {
  return logo && logoSize ? { src: paths.operatorLogo(logo), ...logoSize } : undefined;
}

/** For those who only read. */
function plainOf(t: Translate, lang: Lang, operator: Operator) {
  const lines = [
    ['name', operator.name[lang]],
    ['pressContactName', operator.pressContactName[lang]],
    ['pressContactEmail', operator.pressContactEmail],
    ['pressContactPhone', operator.pressContactPhone],
  ] as const;
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ label: t(`operator:form.labels.${name}`), value }));
}

function previewOf(t: Translate, texts: OperatorFields) {
  return MARKDOWN_SETTINGS.map((name) => ({
    label: t(`operator:form.labels.${name}`),
    texts: LANGUAGES.filter((lang) => texts[name][lang] !== '').map((lang) => ({
      lang,
      label: t(`operator:settings.languages.${lang}`),
      html: renderMarkdown(texts[name][lang]),
    })),
  })).filter(({ texts: shown }) => shown.length > 0);
}

function conflictOf(t: Translate, lang: Lang, { updatedAt }: SettingsShown) {
  return {
    text: updatedAt
      ? t('fields:desk.conflict', { time: formatDateTime(lang, updatedAt) })
      : t('fields:desk.conflictEntry'),
    href: paths.deskSettings,
    label: t('fields:desk.conflictLink'),
  };
}
