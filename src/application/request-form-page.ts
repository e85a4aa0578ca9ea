/** The page with the form of a new request. */
import {
  accreditationPaths,
  deletionPlan,
  type FieldsState,
  type FormNotice,
  type FormSection,
  requestSections,
} from '../accreditation/index.js';
import { type Event, eventPaths, type Slot } from '../events/index.js';
import { formatDate, formatDateTime, formatDay, formatTime, toDay, toIsoLocal } from '../platform/dates.js';
import { errorAt, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Crumb, Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { CONFIRM_HOURS } from './confirmation.js';

export interface Term {
  term: string;
  text: string;
  datetime?: string;
}

export interface RequestFormPage extends Page {
  eyebrow: string;
  lead: string;
  action: string;
  /** False after the closing: what was typed stays readable, nothing can be sent. */
  open: boolean;
  notice: FormNotice | undefined;
  terms: Term[];
  sections: FormSection[];
  privacy: { legend: string; terms: Term[]; checked: boolean; error: string };
  steps: string[];
  contactEmail: string;
}

export interface FormPageContext {
  t: Translate;
  lang: Lang;
  event: Event;
  slots: readonly Slot[];
  open: boolean;
}

export function requestFormPage(
  context: FormPageContext,
  state: FieldsState,
  notice?: FormNotice,
): RequestFormPage {
  const { t, lang, event, open } = context;
  const title = inLanguage(event.texts.title, lang);
  const sections = requestSections(context, state);
  const answerBy = formatDateTime(lang, event.answerBy);
  return {
    title: t('application:form.title'),
    section: 'events',
    crumbs: crumbsTo(t, lang, event),
    errors: [...state.errors],
    eyebrow: `${withFirmHyphens(title)} · ${formatDate(lang, event.startsAt)}`,
    lead: t('application:form.lead'),
    action: accreditationPaths.form(lang, event.slug),
    open,
    notice,
    terms: [closingTerm(t, lang, event), answerTerm(t, lang, event)],
    sections,
    privacy: {
      legend: `${sections.length + 1}. ${t('application:privacy.title')}`,
      terms: deletionTerms(t, lang, event),
      checked: textOf(state.entered, 'privacyNotice') === 'yes',
      error: errorAt(state.errors, 'privacyNotice'),
    },
    steps: [1, 2, 3]
      .map((step) => t(`application:steps.${step}`))
      .concat(t('application:steps.4', { answerBy })),
    contactEmail: event.contactEmail,
  };
}

/** The way from the home page over the event, for every page of its accreditation. */
export const crumbsTo = (t: Translate, lang: Lang, { texts, slug }: Event): Crumb[] => [
  { label: t('layout:home'), href: `/${lang}` },
  { label: inLanguage(texts.title, lang), href: eventPaths.event(lang, slug) },
];

/** What of a request is erased when, as the applicant reads it. */
export function deletionTerms(t: Translate, lang: Lang, event: Event): Term[] {
  const { filesOn, requestOn } = deletionPlan(event);
  return [
    { term: t('application:privacy.files'), text: formatDate(lang, filesOn), datetime: toDay(filesOn) },
    {
      term: t('application:privacy.request'),
      text: formatDate(lang, requestOn),
      datetime: toDay(requestOn),
    },
    {
      term: t('application:privacy.unconfirmed'),
      text: t('application:privacy.afterHours', { hours: CONFIRM_HOURS }),
    },
  ];
}

function closingTerm(t: Translate, lang: Lang, { accreditationClosesAt: at }: Event): Term {
  const text = `${formatDay(lang, at)}, ${formatTime(lang, at)}`;
  return { term: t('application:form.closes'), text, datetime: toIsoLocal(at) };
}

function answerTerm(t: Translate, lang: Lang, { answerBy }: Event): Term {
  const text = t('application:form.answerBy', { time: formatDateTime(lang, answerBy) });
  return { term: t('application:form.answer'), text, datetime: toIsoLocal(answerBy) };
}
