/** Page model of the press list at the desk: figures, topics, mailings, and what one address is on it for. */
import type { Event } from '../events/index.js';
import { formatDateTime, formatShortDate } from '../platform/dates.js';
import { type TextField, textField } from '../platform/fields.js';
import type { Entered, ShownError } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, LANGUAGES, type Lang } from '../platform/languages.js';
import { formatNumber } from '../platform/numbers.js';
import type { Page } from '../platform/render.js';
import { type DeskReading, type MailingFacts, type MailingRow, mailingRow } from './mailing-row-page.js';
import { paths } from './paths.js';
import {
  eventTopic,
  type ListFigures,
  type Subscriber,
  type Topic,
  topicsAbout,
  type WishCount,
} from './subscriber.js';

export interface AddressCard {
  email: string;
  terms: { term: string; text: string }[];
  delete: string;
  /** Where letters to a paused address are let go again; empty where nothing is paused. */
  resume: string;
}

export interface AlertsDeskPage extends Page {
  figures: { label: string; value: string; note: string }[];
  wishes: { topic: string; counts: string[] }[];
  mailings: MailingRow[];
  find: { action: string; field: TextField } | undefined;
  /** What the search found: a card, or `nothing` with the address that was asked for. */
  found: AddressCard | undefined;
  nothing: string;
  paused: AddressCard[];
}

export interface Facts {
  events: readonly Event[];
  figures: ListFigures;
  wishes: readonly WishCount[];
  mailings: readonly MailingFacts[];
  /** Only for whoever may act on them. */
  paused: readonly Subscriber[];
}

export interface Search {
  entered?: Entered;
  errors?: ShownError[];
  /** Undefined before the first search; null when the address is not on the list. */
  subscriber?: Subscriber | null;
}

export function alertsDeskPage(reading: DeskReading, facts: Facts, search: Search = {}): AlertsDeskPage {
  const { t, writes } = reading;
  const { entered = {}, errors = [], subscriber } = search;
  const field = textField('email', t('alerts:desk.find.email'), { entered, errors }, { type: 'email' });
  return {
    title: t('alerts:desk.title'),
    section: 'alerts',
    errors,
    figures: figuresOf(reading, facts.figures),
    wishes: wishRows(reading, facts),
    mailings: facts.mailings.map((each) => mailingRow(reading, each)),
    find: writes ? { action: paths.deskFind, field } : undefined,
    found: subscriber ? addressCard(reading, facts.events, subscriber) : undefined,
    nothing: subscriber === null ? t('alerts:desk.find.nothing', { email: field.value }) : '',
    paused: facts.paused.map((each) => addressCard(reading, facts.events, each)),
  };
}

export const SINCE_DAYS = 30;

function figuresOf({ t, lang }: DeskReading, figures: ListFigures) {
  const { confirmed, paused, unconfirmed, joined, left } = figures;
  const figure = (name: string, value: number, values = {}) => ({
    label: t(`alerts:desk.figures.${name}`, { days: SINCE_DAYS }),
    value: formatNumber(lang, value),
    note: t(`alerts:desk.figures.${name}Note`, values),
  });
  return [
    figure('confirmed', confirmed - paused),
    figure('unconfirmed', unconfirmed),
    figure('paused', paused),
    figure('change', joined, { left: formatNumber(lang, left) }),
  ];
}

function wishRows({ t, lang }: DeskReading, { events, wishes }: Facts) {
  const wanted = events.filter(
    ({ id, state }) => state === 'published' || wishes.some(({ topic }) => topic === eventTopic(id)),
  );
  return (['all', ...topicsAbout(wanted)] as Topic[]).map((topic) => ({
    topic: topicName(t, lang, events, topic),
    counts: LANGUAGES.map((language) =>
      formatNumber(
        lang,
        wishes.find((wish) => wish.topic === topic && wish.language === language)?.people ?? 0,
      ),
    ),
  }));
}

function topicName(t: Translate, lang: Lang, events: readonly Event[], topic: Topic): string {
  const event = events.find(({ id }) => eventTopic(id) === topic);
  if (event) return inLanguage(event.texts.title, lang);
  return t(topic === 'all' ? 'alerts:topics.all' : 'alerts:topics.general');
}

function addressCard(
  { t, lang }: DeskReading,
  events: readonly Event[],
  subscriber: Subscriber,
): AddressCard {
  const { id, email, wishes, confirmedAt, askedAt, pausedAt } = subscriber;
  const term = (name: string, text: string) => ({ term: t(`alerts:desk.card.${name}`), text });
  return {
    email,
    terms: [
      confirmedAt
        ? term('since', formatShortDate(lang, confirmedAt))
        : term('asked', formatDateTime(lang, askedAt)),
      term('languages', wishes.languages.map((own) => t(`alerts:languages.${own}`)).join(', ')),
      term('topics', wishes.topics.map((topic) => topicName(t, lang, events, topic)).join(', ')),
      ...(pausedAt ? [term('paused', formatShortDate(lang, pausedAt))] : []),
    ],
    delete: paths.deskDelete(id),
    resume: pausedAt ? paths.deskResume(id) : '',
  };
}
