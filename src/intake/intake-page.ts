/** The page on which the team takes a request in, and the choice of the event before it. */
import { type FormPart, type FormSection, requestSections } from '../accreditation/index.js';
import type { Event, Slot } from '../events/index.js';
import { formatDate, formatDateTime } from '../platform/dates.js';
import { selectField } from '../platform/fields.js';
import { type Entered, errorAt, type FieldError, showErrors, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, LANGUAGES, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { CHANNELS } from './channel.js';
import { paths } from './paths.js';

interface Back {
  href: string;
  label: string;
}

const backToQueue = (t: Translate): Back => ({ href: paths.queue, label: t('intake:back') });

export interface IntakePage extends Page {
  eyebrow: string;
  action: string;
  back: Back;
  /** Hidden fields: the event, and the number that makes a second click the same one. */
  hidden: { name: string; value: string }[];
  /** Said when the public can no longer ask; empty otherwise. */
  closed: string;
  sections: FormSection[];
  privacy: { checked: boolean; error: string };
}

export interface IntakeFacts {
  t: Translate;
  lang: Lang;
  event: Event;
  slots: readonly Slot[];
  now: Date;
  nonce: string;
}

export function intakePage(
  facts: IntakeFacts,
  sent: { entered: Entered; errors: readonly FieldError[] },
): IntakePage {
  const { t, lang, event, nonce } = facts;
  const state = { entered: sent.entered, errors: showErrors(t, sent.errors) };
  const choice = (
    name: 'channel' | 'lang',
    values: readonly string[],
    label: (value: string) => string,
  ): FormPart => {
    const options = values.map((value) => ({ value, label: label(value) }));
    return { part: 'select', field: selectField(name, t(`intake:fields.${name}`), state, { options }) };
  };
  const way: FormSection = {
    id: 'way',
    legend: t('intake:sections.way'),
    parts: [
      choice('channel', CHANNELS, (value) => t(`intake:channels.${value}`)),
      choice('lang', LANGUAGES, (value) => t(`intake:languages.${value}`)),
    ],
  };
  return {
    title: t('intake:title'),
    section: 'requests',
    errors: state.errors,
    eyebrow: `${inLanguage(event.texts.title, lang)} · ${formatDate(lang, event.startsAt)}`,
    action: paths.newRequest,
    back: backToQueue(t),
    hidden: [
      { name: 'event', value: event.slug },
      { name: 'nonce', value: nonce },
    ],
    closed: closedWords(facts),
    sections: [way, ...requestSections(facts, state)],
    privacy: {
      checked: textOf(sent.entered, 'privacyNotice') === 'yes',
      error: errorAt(state.errors, 'privacyNotice'),
    },
  };
}

export interface ChooseEventPage extends Page {
  back: Back;
  events: { href: string; label: string }[];
}

export function chooseEventPage(t: Translate, lang: Lang, events: readonly Event[]): ChooseEventPage {
  return {
    title: t('intake:title'),
    section: 'requests',
    back: backToQueue(t),
    events: events.map((event) => ({
      href: paths.newRequestFor(event.slug),
      label: `${inLanguage(event.texts.title, lang)}, ${formatDate(lang, event.startsAt)}`,
    })),
  };
}

/** Why nothing can be taken in any more, or that the public can no longer ask. */
function closedWords({ t, lang, event, now }: IntakeFacts): string {
  if (event.state !== 'published' || event.endsAt <= now) return t('intake:errors.over');
  if (now <= event.accreditationClosesAt) return '';
  return t('intake:closed', { date: formatDateTime(lang, event.accreditationClosesAt) });
}
