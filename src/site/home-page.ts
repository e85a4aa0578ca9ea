/** The home page as it is printed: the next event with its way to accreditation, what is new, and what there is to download. */
import { accreditationPaths } from '../accreditation/index.js';
import {
  type AccreditationPhase,
  accreditationPhase,
  type Event,
  eventPaths,
  type Operator,
} from '../events/index.js';
import { type Asset, type AssetCard, assetCard } from '../mediakit/index.js';
import { type NewsItem, newsItem, type Release } from '../newsroom/index.js';
import { daysBetween, formatDate, formatDay, formatTime, toDay, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { paths } from './paths.js';

export interface HomePage extends Page {
  event: HomeEvent | undefined;
  /** Further announced events, the next one first. */
  later: { title: string; href: string; date: ShownTime; place: string }[];
  news: NewsItem[];
  /** One picture of each kind, as a taste of the media kit. */
  pictures: AssetCard[];
}

interface ShownTime {
  text: string;
  /** For the `datetime` attribute. */
  iso: string;
}

interface HomeEvent {
  title: string;
  when: ShownTime;
  place: string;
  summary: string;
  href: string;
  band: AccreditationBand;
}

/** State always as icon and word; the figure is counted by the server for the moment of the request. */
export interface AccreditationBand {
  icon: string;
  state: string;
  figure: string;
  caption: string;
  terms: { label: string; value: ShownTime }[];
  /** Undefined unless one can apply now. */
  applyHref: string | undefined;
  /** Whom to ask once it is closed. */
  contact: { name: string; email: string } | undefined;
  statusHref: string;
}

export interface HomeFacts {
  now: Date;
  events: readonly Event[];
  releases: readonly Release[];
  assets: readonly Asset[];
  operator: Operator | undefined;
  baseUrl: string;
}

export function homePage(lang: Lang, t: Translate, facts: HomeFacts): HomePage {
  const [next, ...later] = facts.events;
  return {
    title: t('site:home.title'),
    description: t('site:home.description'),
    jsonLd: siteJsonLd(lang, t, facts),
    event: next && shownEvent(lang, t, next, facts.now),
    later: later.map((event) => ({
      title: inLanguage(event.texts.title, lang),
      href: eventPaths.event(lang, event.slug),
      date: { text: formatDate(lang, event.startsAt), iso: toDay(event.startsAt) },
      place: inLanguage(event.texts.place, lang),
    })),
    news: facts.releases.map((release) => newsItem(lang, release)),
    pictures: variedPictures(facts.assets).map((asset) => assetCard(lang, t, asset)),
  };
}

const STRIP = 3;

/** The first of each kind, then whatever comes next. */
export function variedPictures(assets: readonly Asset[]): Asset[] {
  const pictures = assets.filter(({ renditions }) => renditions.some(({ name }) => name === 'thumb'));
  const firsts = pictures.filter(({ kind }, at) => pictures.findIndex((each) => each.kind === kind) === at);
  return [...firsts, ...pictures.filter((asset) => !firsts.includes(asset))].slice(0, STRIP);
}

function shownEvent(lang: Lang, t: Translate, event: Event, now: Date): HomeEvent {
  const oneDay = daysBetween(event.startsAt, event.endsAt) === 0;
  const day = formatDay(lang, event.startsAt);
  return {
    title: withFirmHyphens(inLanguage(event.texts.title, lang)),
    when: {
      text: oneDay
        ? t('site:home.from', { day, time: formatTime(lang, event.startsAt) })
        : t('site:home.fromTo', { from: day, to: formatDay(lang, event.endsAt) }),
      iso: toIsoLocal(event.startsAt),
    },
    place: inLanguage(event.texts.place, lang),
    summary: withFirmHyphens(inLanguage(event.texts.summary, lang)),
    href: eventPaths.event(lang, event.slug),
    band: accreditationBand(lang, t, event, now),
  };
}

const ICONS: Record<AccreditationPhase, string> = {
  upcoming: 'kern-icon--calendar-today',
  open: 'kern-icon--success',
  closed: 'portal-icon--lock',
};

export function accreditationBand(lang: Lang, t: Translate, event: Event, now: Date): AccreditationBand {
  const phase = accreditationPhase(event, now);
  const moment = (name: string, date: Date) => ({
    label: t(`site:home.band.${name}`),
    value: { text: momentOf(lang, date), iso: toIsoLocal(date) },
  });
  const { accreditationOpensAt: opens, accreditationClosesAt: closes } = event;
  const terms = {
    upcoming: [moment('opens', opens), moment('closes', closes)],
    open: [moment('closes', closes), moment('answer', event.answerBy)],
    closed: [moment('closed', closes), moment('answer', event.answerBy)],
  }[phase];
  return {
    icon: ICONS[phase],
    state: t(`site:home.band.states.${phase}`),
    ...countdown(lang, t, event, now),
    terms,
    applyHref: phase === 'open' ? accreditationPaths.form(lang, event.slug) : undefined,
    contact: phase === 'closed' ? { name: event.contactName, email: event.contactEmail } : undefined,
    statusHref: accreditationPaths.lostLink(lang),
  };
}

function countdown(lang: Lang, t: Translate, event: Event, now: Date) {
  const phase = accreditationPhase(event, now);
  if (phase === 'closed') return { figure: '', caption: t('site:home.band.closedNote') };
  const until = phase === 'upcoming' ? event.accreditationOpensAt : event.accreditationClosesAt;
  const count = daysBetween(now, until);
  if (count > 0)
    return {
      figure: t(`site:home.band.days.${phase}`, { count }),
      caption: t(`site:home.band.caption.${phase}`),
    };
  return {
    figure: t(`site:home.band.today.${phase}`),
    caption: t(`site:home.band.todayCaption.${phase}`, { time: formatTime(lang, until) }),
  };
}

const momentOf = (lang: Lang, date: Date): string => `${formatDay(lang, date)}, ${formatTime(lang, date)}`;

function siteJsonLd(lang: Lang, t: Translate, { operator, baseUrl }: HomeFacts): object {
  const name = operator && inLanguage(operator.name, lang);
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: t('layout:portal'),
    url: `${baseUrl}${paths.home(lang)}`,
    inLanguage: lang,
    description: t('site:home.description'),
    ...(name ? { publisher: publisher(name, operator) } : {}),
  };
}

const publisher = (name: string, { pressContactEmail, pressContactPhone }: Operator) => ({
  '@type': 'GovernmentOrganization',
  name,
  contactPoint: {
    '@type': 'ContactPoint',
    contactType: 'press',
    email: pressContactEmail || undefined,
    telephone: pressContactPhone || undefined,
  },
});
