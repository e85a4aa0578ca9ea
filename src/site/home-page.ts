/** The home page as it is printed: the next event with its way to accreditation, what is new, and what there is to download. */
import { type Event, eventPaths } from '../events/index.js';
import { mediaPaths, type Thumb } from '../mediakit/index.js';
import { type Headline, type NewsItem, newsItem } from '../newsroom/index.js';
import type { Operator } from '../operator/index.js';
import { daysBetween, formatDate, formatDay, formatTime, toDay, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { type AccreditationBand, accreditationBand } from './accreditation-band.js';
import { paths } from './paths.js';

export interface HomePage extends Page {
  event: HomeEvent | undefined;
  /** Further announced events, the next one first. */
  later: { title: string; href: string; date: ShownTime; place: string }[];
  news: NewsItem[];
  /** One picture of each kind, as a taste of the media kit. */
  pictures: HomePicture[];
}

export interface ShownTime {
  text: string;
  /** For the `datetime` attribute. */
  iso: string;
}

interface HomePicture {
  href: string;
  src: string;
  alt: string;
  width: number;
  height: number;
}

interface HomeEvent {
  title: string;
  when: ShownTime;
  place: string;
  summary: string;
  href: string;
  band: AccreditationBand;
}

export interface HomeFacts {
  now: Date;
  events: readonly Event[];
  releases: readonly Headline[];
  /** In the order of the media kit; more than are shown. */
  thumbs: readonly Thumb[];
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
    pictures: variedPictures(facts.thumbs).map((thumb) => homePicture(lang, t, thumb)),
  };
}

const STRIP = 3;

/** The first of each kind, then whatever comes next. */
export function variedPictures(thumbs: readonly Thumb[]): Thumb[] {
  const firsts = thumbs.filter(({ kind }, at) => thumbs.findIndex((each) => each.kind === kind) === at);
  return [...firsts, ...thumbs.filter((thumb) => !firsts.includes(thumb))].slice(0, STRIP);
}

const homePicture = (lang: Lang, t: Translate, { slug, kind, title, width, height }: Thumb): HomePicture => ({
  href: mediaPaths.asset(lang, slug),
  src: mediaPaths.file(slug, 'thumb'),
  alt: `${t(`mediakit:kinds.${kind}`)}: ${inLanguage(title, lang)}`,
  width,
  height,
});

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
