/** Page models for everybody: entering an address, what comes next, and the pages behind the link of a letter. */
import type { Event } from '../events/index.js';
import { newsroomPaths } from '../newsroom/index.js';
import { type ChoiceField, choiceField, type TextField, textField } from '../platform/fields.js';
import type { Entered, ShownError } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, LANGUAGES, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { paths } from './paths.js';
import { eventTopic, type Subscriber, type Topic, topicsAbout, type Wishes } from './subscriber.js';

export interface Reading {
  t: Translate;
  lang: Lang;
}

export interface FormState {
  entered: Entered;
  errors: ShownError[];
}

export interface Notice {
  kind: 'success' | 'warning';
  title: string;
  text: string;
}

type NestedPart = { part: 'choices'; field: ChoiceField };
export type WishFields = { languages: ChoiceField<NestedPart>; scope: ChoiceField<NestedPart> };

export interface SubscribePage extends Page, WishFields {
  action: string;
  notice: Notice | undefined;
  email: TextField;
  contactEmail: string;
}

export function subscribePage(
  reading: Reading,
  { events, contactEmail }: { events: readonly Event[]; contactEmail: string },
  state: FormState,
  notice?: Notice,
): SubscribePage {
  const { t, lang } = reading;
  return {
    ...around(reading),
    title: t('alerts:subscribe.title'),
    description: t('alerts:subscribe.lead'),
    errors: state.errors,
    action: paths.subscribe(lang),
    notice,
    email: textField('email', t('accreditation:fields.email'), state, {
      type: 'email',
      autocomplete: 'email',
      hint: t('alerts:fields.emailHint'),
    }),
    ...wishFields(reading, events, state),
    contactEmail,
  };
}

/** The untouched form: everything, in the language of the page. */
export const freshEntries = (lang: Lang): Entered => enterWishes({ languages: [lang], topics: ['all'] });

export interface ManagePage extends Page, WishFields {
  email: string;
  notice: Notice | undefined;
  save: string;
  unsubscribe: string;
}

export function managePage(
  reading: Reading,
  { events, subscriber, token }: { events: readonly Event[]; subscriber: Subscriber; token: string },
  state: FormState = { entered: enterWishes(subscriber.wishes), errors: [] },
  notice?: Notice,
): ManagePage {
  const { t, lang } = reading;
  return {
    ...around(reading),
    title: t('alerts:manage.title'),
    errors: state.errors,
    email: subscriber.email,
    notice: notice ?? (subscriber.pausedAt ? noticeOf(t, 'warning', 'paused') : undefined),
    save: paths.manage(lang, token),
    unsubscribe: paths.unsubscribe(lang, token),
    ...wishFields(reading, events, state),
  };
}

export const noticeOf = (t: Translate, kind: Notice['kind'], name: string, values = {}): Notice => ({
  kind,
  title: t(`alerts:notices.${name}.title`),
  text: t(`alerts:notices.${name}.text`, values),
});

function wishFields({ t, lang }: Reading, events: readonly Event[], state: FormState): WishFields {
  const titles = new Map(events.map(({ id, texts }) => [eventTopic(id), inLanguage(texts.title, lang)]));
  const about = { name: 'topics', type: 'checkbox', legend: t('alerts:fields.topics') } as const;
  const topics = choiceField(
    about,
    state,
    topicsAbout(events).map((topic) => ({
      value: topic,
      label: titles.get(topic) ?? t('alerts:topics.general'),
    })),
  );
  return {
    languages: choiceField(
      { name: 'languages', type: 'checkbox', legend: t('alerts:fields.languages') },
      state,
      LANGUAGES.map((own) => ({ value: own, label: t(`alerts:languages.${own}`) })),
      { hint: t('alerts:fields.languagesHint') },
    ),
    scope: choiceField({ name: 'scope', type: 'radio', legend: t('alerts:fields.scope') }, state, [
      { value: 'all', label: t('alerts:topics.all'), hint: t('alerts:topics.allHint') },
      { value: 'some', label: t('alerts:topics.some'), fields: [{ part: 'choices', field: topics }] },
    ]),
  };
}

/** The events whose topic the form offers: those that are public, and those a subscriber has chosen before. */
export function eventsFor(events: readonly Event[], chosen: readonly Topic[] = []): Event[] {
  return events.filter(({ id, state }) => state === 'published' || chosen.includes(eventTopic(id)));
}

/** The form of somebody whose wishes are known. */
function enterWishes({ languages, topics }: Wishes): Entered {
  const all = topics.includes('all');
  return {
    'languages[]': [...languages],
    scope: all ? 'all' : 'some',
    'topics[]': all ? [] : [...topics],
  };
}

/** What somebody has chosen, before they confirm it: a stranger may have filled in the form. */
export function wishTerms({ t, lang }: Reading, events: readonly Event[], { languages, topics }: Wishes) {
  const nameOf = (topic: Topic) => {
    const event = events.find(({ id }) => eventTopic(id) === topic);
    return event
      ? inLanguage(event.texts.title, lang)
      : t(`alerts:topics.${topic === 'all' ? 'all' : 'general'}`);
  };
  return [
    {
      term: t('alerts:fields.languages'),
      text: languages.map((own) => t(`alerts:languages.${own}`)).join(', '),
    },
    { term: t('alerts:fields.scope'), text: topics.map(nameOf).join(', ') },
  ];
}

export interface ButtonPage extends Page {
  lead: string;
  /** What is about to happen, in facts. */
  terms: { term: string; text: string }[];
  /** Shown as steps below the lead. */
  steps: string[];
  paragraphs: string[];
  button: { action: string; label: string } | undefined;
  links: { label: string; href: string }[];
}

/** A page that says one thing, perhaps with a button, and the way on. */
export function messagePage(
  reading: Reading,
  name: 'sent' | 'confirm' | 'over' | 'gone' | 'unsubscribe' | 'unsubscribed',
  more: Partial<Pick<ButtonPage, 'steps' | 'terms' | 'button' | 'links'>> & {
    values?: Record<string, string>;
  } = {},
): ButtonPage {
  const { t, lang } = reading;
  const again = { label: t('alerts:links.subscribe'), href: paths.subscribe(lang) };
  const list = { label: t('newsroom:list.title'), href: newsroomPaths.releases(lang) };
  return {
    ...around(reading),
    title: t(`alerts:pages.${name}.title`),
    lead: t(`alerts:pages.${name}.lead`, more.values),
    terms: more.terms ?? [],
    steps: more.steps ?? [],
    paragraphs: [t(`alerts:pages.${name}.next`, more.values)],
    button: more.button,
    links: more.links ?? (name === 'sent' ? [again] : [again, list]),
  };
}

const around = ({ t, lang }: Reading) => ({
  section: 'press',
  crumbs: [
    { label: t('layout:home'), href: `/${lang}` },
    { label: t('newsroom:list.title'), href: newsroomPaths.releases(lang) },
  ],
});
