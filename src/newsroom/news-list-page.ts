/** The list of releases as a page: search, filters, one line per release, leafing through. */
import { formatDate, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { type Bilingual, inLanguage, type Lang } from '../platform/languages.js';
import { plainTextOf } from '../platform/markdown.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { excerptOf, markHits, type Piece } from './hits.js';
import { FEED_FORMATS, paths } from './paths.js';
import { type Headline, type Quote, type Release, releasedAt, speakerLine } from './release.js';
import { searchWords } from './search.js';

export const PAGE_SIZE = 10;

export interface NewsItem {
  href: string;
  date: string;
  /** For `datetime`, with offset. */
  dateTime: string;
  title: string;
  teaser: string;
  corrected: boolean;
  /** In a list of hits: title and the words around, with what was looked for. */
  found?: { title: Piece[]; excerpt: Piece[] };
}

export interface Chip {
  label: string;
  href: string;
  current: boolean;
}

export interface NewsListPage extends Page {
  heading: string;
  entered: { q: string; year: string; event: string };
  years: Chip[];
  events: Chip[];
  items: NewsItem[];
  filtered: boolean;
  /** The same search without its filters; empty where it has none. */
  wider: string;
  feeds: { label: string; href: string }[];
  newer: string;
  older: string;
  /** "Seite 2 von 5", empty on a single page. */
  position: string;
}

export interface ListEvent {
  id: number;
  slug: string;
  title: Bilingual;
}

export interface ListChoice {
  q: string;
  year: number | undefined;
  event: ListEvent | undefined;
  /** From 1. */
  page: number;
}

export interface Found {
  releases: Release[];
  total: number;
  years: number[];
  events: ListEvent[];
}

export function newsItem(lang: Lang, release: Headline): NewsItem {
  const at = releasedAt(release);
  return {
    href: paths.release({ lang, year: release.year, slug: release.slug }),
    date: formatDate(lang, at),
    dateTime: toIsoLocal(at),
    title: withFirmHyphens(release.title),
    teaser: release.teaser,
    corrected: release.state === 'corrected',
  };
}

/** The same with the words that were looked for. */
function hitItem(lang: Lang, release: Release, words: readonly string[]): NewsItem {
  const item = newsItem(lang, release);
  const { teaser, subtitle, body, quotes } = release;
  const texts = [teaser, subtitle, ...paragraphsOf(body), ...quotes.map(quoteOf)];
  const found = {
    title: markHits(item.title, words),
    excerpt: markHits(excerptOf(texts, words) ?? teaser, words),
  };
  return { ...item, found };
}

/** Lists read on in one line. */
const paragraphsOf = (body: string): string[] =>
  plainTextOf(body)
    .split('\n\n')
    .map((paragraph) => paragraph.replace(/^\s*(-|\d+\.) /gm, '').replace(/\s+/g, ' '));

const quoteOf = (quote: Quote): string => `${quote.text} – ${speakerLine(quote)}`;

export function newsListPage(lang: Lang, t: Translate, found: Found, choice: ListChoice): NewsListPage {
  const query = { q: choice.q, year: choice.year, event: choice.event?.slug };
  const pages = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
  const words = searchWords(choice.q);
  const filtered = choice.q !== '' || choice.year !== undefined || choice.event !== undefined;
  const leaf = (page: number) => paths.releases(lang, { ...query, page: page > 1 ? page : undefined });
  const position = pages > 1 ? t('newsroom:list.position', { page: choice.page, pages }) : '';
  return {
    title: t('newsroom:list.title'),
    description: t('newsroom:list.lead'),
    section: 'press',
    crumbs: [{ label: t('layout:home'), href: `/${lang}` }],
    heading: headingOf(t, found.total, choice.q, filtered),
    entered: { q: choice.q, year: String(choice.year ?? ''), event: choice.event?.slug ?? '' },
    years: found.years.length > 1 || choice.year ? yearChips(lang, t, found.years, choice) : [],
    events: found.events.length > 1 || choice.event ? eventChips(lang, t, found.events, choice) : [],
    items: found.releases.map((release) =>
      words.length > 0 ? hitItem(lang, release, words) : newsItem(lang, release),
    ),
    filtered,
    wider: choice.q && (choice.year || choice.event) ? paths.releases(lang, { q: choice.q }) : '',
    feeds: FEED_FORMATS.map((format) => ({
      label: t(`newsroom:list.feeds.${format}`),
      href: paths.feed(lang, format, { event: choice.event?.slug }),
    })),
    newer: choice.page > 1 ? leaf(choice.page - 1) : '',
    older: choice.page < pages ? leaf(choice.page + 1) : '',
    position,
  };
}

function headingOf(t: Translate, count: number, q: string, filtered: boolean): string {
  if (q) return t('newsroom:list.foundFor', { count, q });
  return t(filtered ? 'newsroom:list.found' : 'newsroom:list.all', { count });
}

function yearChips(lang: Lang, t: Translate, years: number[], { q, year, event }: ListChoice): Chip[] {
  const hrefOf = (chosen?: number) => paths.releases(lang, { q, year: chosen, event: event?.slug });
  return [
    { label: t('newsroom:list.allYears'), href: hrefOf(), current: year === undefined },
    ...years.map((each) => ({ label: String(each), href: hrefOf(each), current: each === year })),
  ];
}

function eventChips(lang: Lang, t: Translate, events: ListEvent[], { q, year, event }: ListChoice): Chip[] {
  const hrefOf = (slug?: string) => paths.releases(lang, { q, year, event: slug });
  return [
    { label: t('newsroom:list.allEvents'), href: hrefOf(), current: event === undefined },
    ...events.map(({ id, slug, title }) => ({
      label: inLanguage(title, lang),
      href: hrefOf(slug),
      current: id === event?.id,
    })),
  ];
}
