/** Events at the desk: the list by state, one event at a glance, its programme and its slots as lists. */
import {
  EVENT_STATES,
  type Event,
  type EventState,
  eventPaths,
  type PhaseShown,
  phaseShown,
} from '../events/index.js';
import { formatDateTime, formatShortDate } from '../platform/dates.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, LANGUAGES, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { type EventStep, stepsFrom } from './lifecycle.js';
import { paths } from './paths.js';

export interface StateBadge {
  word: string;
  icon: string;
  tone: string;
}

const BADGES: Record<EventState, Omit<StateBadge, 'word'>> = {
  draft: { icon: 'kern-icon--draft', tone: 'kern-badge--warning' },
  published: { icon: 'kern-icon--visibility', tone: 'kern-badge--success' },
  archived: { icon: 'portal-icon--lock', tone: 'kern-badge--plain' },
};

const badge = (t: Translate, state: EventState): StateBadge => ({
  word: t(`eventdesk:states.${state}`),
  ...BADGES[state],
});

export interface DeskEventsPage extends Page {
  groups: {
    key: EventState;
    heading: string;
    events: {
      title: string;
      href: string;
      day: string;
      place: string;
      code: string;
      accreditation: string;
    }[];
  }[];
  newEvent: string;
}

/** `events` in order of their day, the latest first. */
export function deskEventsPage(lang: Lang, events: readonly Event[], now: Date): DeskEventsPage {
  const t = translator(lang);
  return {
    title: t('eventdesk:list'),
    section: 'events',
    newEvent: paths.newEvent,
    groups: EVENT_STATES.map((state) => ({
      key: state,
      heading: t(`eventdesk:groups.${state}`),
      events: events
        .filter((event) => event.state === state)
        .map((event) => ({
          title: withFirmHyphens(inLanguage(event.texts.title, lang)),
          href: paths.deskEvent(event.slug),
          day: formatShortDate(lang, event.startsAt),
          place: inLanguage(event.texts.place, lang),
          code: event.shortCode,
          accreditation: phaseShown(lang, t, event, now).word,
        })),
    })).filter((group) => group.events.length > 0),
  };
}

export interface DeskHead extends Page {
  back: { href: string; label: string };
  state: StateBadge;
  tabs: { label: string; href: string; current: boolean }[];
}

/** What stands over every page of one event at the desk. */
export function headOf(lang: Lang, event: Event, current: 'facts' | 'programme' | 'slots'): DeskHead {
  const t = translator(lang);
  const tabs = { facts: paths.deskEvent, programme: paths.programme, slots: paths.slots };
  return {
    title: withFirmHyphens(inLanguage(event.texts.title, lang)),
    section: 'events',
    back: { href: paths.deskEvents, label: t('eventdesk:list') },
    state: badge(t, event.state),
    tabs: Object.entries(tabs).map(([name, href]) => ({
      label: t(`eventdesk:tabs.${name}`),
      href: href(event.slug),
      current: name === current,
    })),
  };
}

export interface DeskEventPage extends DeskHead {
  accreditation: PhaseShown;
  facts: { label: string; value: string }[];
  texts: { label: string; de: string; en: string }[];
  links: { label: string; href: string }[];
  steps: { step: EventStep; label: string; hint: string }[];
  moveAction: string;
  version: number;
  edit: string;
  copy: string;
}

export function deskEventPage(lang: Lang, event: Event, now: Date): DeskEventPage {
  const t = translator(lang);
  return {
    ...headOf(lang, event, 'facts'),
    accreditation: phaseShown(lang, t, event, now),
    facts: factsOf(lang, t, event),
    texts: Object.entries(event.texts).map(([name, text]) => ({
      label: t(`eventdesk:form.labels.${name}`),
      ...text,
    })),
    links: LANGUAGES.map((language) => ({
      label: t(`eventdesk:${event.state === 'draft' ? 'preview' : 'public'}.${language}`),
      href:
        event.state === 'draft'
          ? paths.preview(event.slug, language)
          : eventPaths.event(language, event.slug),
    })),
    steps: stepsFrom(event.state).map((step) => ({
      step,
      label: t(`eventdesk:steps.${step}.label`),
      hint: t(`eventdesk:steps.${step}.hint`),
    })),
    moveAction: paths.moveEvent(event.slug),
    version: event.version,
    edit: paths.editEvent(event.slug),
    copy: paths.copyEvent(event.slug),
  };
}

function factsOf(lang: Lang, t: Translate, event: Event) {
  const fact = (name: string, value: string) => ({ label: t(`eventdesk:form.labels.${name}`), value });
  return [
    fact('startsAt', formatDateTime(lang, event.startsAt)),
    fact('endsAt', formatDateTime(lang, event.endsAt)),
    fact('pressEntryAt', event.pressEntryAt ? formatDateTime(lang, event.pressEntryAt) : ''),
    fact('shortCode', event.shortCode),
    fact('slug', event.slug),
    fact('programmeUrl', event.programmeUrl ?? ''),
    fact('contactEmail', event.contactEmail),
    fact('contactPhone', event.contactPhone),
    fact('undoDelayMinutes', String(event.undoDelayMinutes)),
  ].filter(({ value }) => value !== '');
}
