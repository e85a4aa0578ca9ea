/** The form of an event at the desk, new, changed or copied. */
import type { Event, EventTexts } from '../events/index.js';
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
import { inLanguage, type Lang } from '../platform/languages.js';
import { enterMoment } from '../platform/moments.js';
import { withFirmHyphens } from '../platform/typography.js';
import { hasFixedNames } from './lifecycle.js';
import { paths } from './paths.js';

/** What the form of a stored event shows. */
export function enterEvent(event: Event): Entered {
  return {
    slug: event.slug,
    shortCode: event.shortCode,
    ...enterMoment('startsAt', event.startsAt),
    ...enterMoment('endsAt', event.endsAt),
    ...enterMoment('pressEntryAt', event.pressEntryAt),
    ...enterMoment('accreditationOpensAt', event.accreditationOpensAt),
    ...enterMoment('accreditationClosesAt', event.accreditationClosesAt),
    ...enterMoment('answerBy', event.answerBy),
    ...Object.assign(
      {},
      ...Object.keys(event.texts).map((name) => enterBilingual(name, event.texts[name as keyof EventTexts])),
    ),
    programmeUrl: event.programmeUrl ?? '',
    contactEmail: event.contactEmail,
    contactPhone: event.contactPhone,
    undoDelayMinutes: String(event.undoDelayMinutes),
    fourEyes: event.fourEyes ? 'yes' : 'no',
    releaseApproval: event.releaseApproval ? 'yes' : 'no',
  };
}

export function newEventPage(lang: Lang, state: FormState): DeskFormPage {
  const t = translator(lang);
  return {
    title: t('eventdesk:new'),
    section: 'events',
    errors: errorSummary(t, 'eventdesk', state.errors),
    back: { href: paths.deskEvents, label: t('eventdesk:list') },
    action: paths.newEvent,
    hidden: [],
    sections: sectionsOf(lang, state, false),
    submit: t('eventdesk:create'),
  };
}

/** `overtaken`: somebody saved since the editor opened the form. */
export function editEventPage(
  lang: Lang,
  event: Event,
  state: FormState,
  { overtaken = false } = {},
): DeskFormPage {
  const t = translator(lang);
  const title = withFirmHyphens(inLanguage(event.texts.title, lang));
  return {
    title: t('eventdesk:editTitle', { title }),
    section: 'events',
    errors: errorSummary(t, 'eventdesk', state.errors),
    back: { href: paths.deskEvent(event.slug), label: title },
    action: paths.editEvent(event.slug),
    hidden: [{ name: 'version', value: String(event.version) }],
    sections: sectionsOf(lang, state, hasFixedNames(event.state)),
    submit: t('fields:desk.save'),
    ...(overtaken ? { conflict: conflictOf(lang, event) } : {}),
  };
}

export function copyEventPage(lang: Lang, event: Event, state: FormState): DeskFormPage {
  const t = translator(lang);
  const title = withFirmHyphens(inLanguage(event.texts.title, lang));
  const fields = fieldsOf(t, 'eventdesk', state);
  return {
    title: t('eventdesk:copyTitle', { title }),
    section: 'events',
    errors: errorSummary(t, 'eventdesk', state.errors),
    back: { href: paths.deskEvent(event.slug), label: title },
    action: paths.copyEvent(event.slug),
    hidden: [],
    sections: [
      {
        id: 'copy',
        heading: t('eventdesk:form.sections.copy'),
        hint: t('eventdesk:form.hints.copy'),
        rows: [
          [fields.text('startDay', { type: 'date', hint: true })],
          [fields.text('slug', { hint: true }), fields.text('shortCode', { hint: true })],
        ],
      },
    ],
    submit: t('eventdesk:copyNow'),
  };
}

function sectionsOf(lang: Lang, state: FormState, fixedNames: boolean): FormSection[] {
  const t = translator(lang);
  const fields = fieldsOf(t, 'eventdesk', state);
  const names = fixedNames ? 'fixed' : 'text';
  const section = (id: string, rows: FormSection['rows']): FormSection => ({
    id,
    heading: t(`eventdesk:form.sections.${id}`),
    rows,
  });
  return [
    section('texts', [
      fields.both('title'),
      fields.both('summary', { rows: 4, hint: true }),
      fields.both('place', { hint: true }),
      fields.both('organiser'),
      fields.both('directions', { rows: 5, hint: true, optional: true }),
      fields.both('allocationRule', { rows: 4, hint: true, optional: true }),
    ]),
    section('times', [
      [fields.moment('startsAt'), fields.moment('endsAt')],
      [fields.moment('pressEntryAt', { optional: true })],
      [fields.moment('accreditationOpensAt'), fields.moment('accreditationClosesAt')],
      [fields.moment('answerBy', { hint: true })],
    ]),
    section('names', [
      [
        fields.text('slug', { hint: !fixedNames }, names),
        fields.text('shortCode', { hint: !fixedNames }, names),
      ],
      [fields.text('programmeUrl', { type: 'url', optional: true })],
    ]),
    section('contact', [
      fields.both('contactName'),
      [
        fields.text('contactEmail', { type: 'email' }),
        fields.text('contactPhone', { type: 'tel', optional: true }),
      ],
      [fields.text('undoDelayMinutes', { hint: true, inputmode: 'numeric', short: true })],
      [
        fields.select('fourEyes', eyesOptions(t, 'fourEyes')),
        fields.select('releaseApproval', eyesOptions(t, 'releaseApproval')),
      ],
    ]),
  ];
}

const eyesOptions = (t: Translate, setting: 'fourEyes' | 'releaseApproval') =>
  ['no', 'yes'].map((value) => ({ value, label: t(`eventdesk:form.${setting}.${value}`) }));

function conflictOf(lang: Lang, event: Event) {
  const t = translator(lang);
  return {
    text: t('fields:desk.conflict', { time: formatDateTime(lang, event.updatedAt) }),
    href: paths.editEvent(event.slug),
    label: t('fields:desk.conflictLink'),
  };
}
