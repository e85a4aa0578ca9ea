/** A feed of releases, once for all three formats: what it is called, what it holds, how it goes on. */
import { type Asset, mediaPaths } from '../mediakit/index.js';
import {
  type CopySite,
  type FeedFormat,
  newsroomPaths,
  type Release,
  releaseCopy,
  releaseHtml,
} from '../newsroom/index.js';
import type { Translate } from '../platform/i18n.js';
import { type Bilingual, inLanguage, type Lang } from '../platform/languages.js';

export const FEED_SIZE = 30;

export interface Feed {
  lang: Lang;
  /** Stays the same on every page and in every format of a feed. */
  id: string;
  title: string;
  description: string;
  issuer: string;
  homeUrl: string;
  updatedAt: Date;
  self: string;
  first: string;
  last: string;
  /** Empty at either end. */
  previous: string;
  next: string;
  items: FeedItem[];
  withdrawn: { url: string; at: Date; note: string }[];
}

export interface FeedItem {
  url: string;
  lang: Lang;
  title: string;
  summary: string;
  /** Safe, with whole addresses. */
  html: string;
  publishedAt: Date;
  changedAt: Date;
  version: number;
  /** Where this version stays for good. */
  versionUrl: string;
  correction: string;
  card: string;
  attachments: Attachment[];
}

export interface Attachment {
  url: string;
  contentType: string;
  bytes: number;
  title: string;
}

export interface FeedFacts {
  releases: readonly Release[];
  withdrawn: readonly Release[];
  /** Everything the releases name of the media kit that may be seen now. */
  assets: readonly Asset[];
  count: number;
  changedAt: Date | undefined;
  event: { slug: string; title: Bilingual } | undefined;
  page: number;
  site: CopySite;
}

export function feedPage(lang: Lang, t: Translate, format: FeedFormat, facts: FeedFacts): Feed {
  const { event, page, site } = facts;
  const { baseUrl, issuer } = site;
  const last = pagesOf(facts.count);
  const leaf = (number: number): string =>
    number < 1 || number > last
      ? ''
      : baseUrl +
        newsroomPaths.feed(lang, format, { event: event?.slug, page: number > 1 ? number : undefined });
  return {
    lang,
    id: baseUrl + newsroomPaths.feed(lang, 'atom', { event: event?.slug }),
    title: [t('newsroom:list.title'), event ? inLanguage(event.title, lang) : issuer]
      .filter(Boolean)
      .join(' – '),
    description: t('newsroom:list.lead'),
    issuer: issuer || t('layout:portal'),
    homeUrl: baseUrl + newsroomPaths.releases(lang, { event: event?.slug }),
    updatedAt: latest([facts.changedAt, ...facts.withdrawn.map(({ withdrawal }) => withdrawal?.at)]),
    self: leaf(page),
    first: leaf(1),
    last: leaf(last),
    previous: leaf(page - 1),
    next: leaf(page + 1),
    items: facts.releases.map((release) => feedItem(lang, t, release, facts)),
    withdrawn: facts.withdrawn.map((release) => ({
      url: baseUrl + newsroomPaths.releaseOf(release),
      at: release.withdrawal!.at,
      note: release.withdrawal!.note,
    })),
  };
}

export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / FEED_SIZE));

/** A feed must have a date, also before anything has appeared. */
const latest = (moments: (Date | undefined)[]): Date =>
  new Date(Math.max(0, ...moments.map((moment) => moment?.getTime() ?? 0)));

function feedItem(lang: Lang, t: Translate, release: Release, { assets, site }: FeedFacts): FeedItem {
  const { baseUrl } = site;
  const copy = releaseCopy(lang, t, release, site);
  return {
    url: copy.url,
    lang,
    title: release.title,
    summary: release.teaser,
    html: releaseHtml(copy, baseUrl),
    publishedAt: copy.releasedAt,
    changedAt: copy.changedAt,
    version: release.version,
    versionUrl: baseUrl + newsroomPaths.version(release, release.version),
    correction: copy.correction ? `${copy.correction.label}: ${copy.correction.text}` : '',
    card: baseUrl + newsroomPaths.card(release),
    attachments: release.assets.flatMap((slug) => attachmentOf(lang, slug, assets, baseUrl)),
  };
}

/** The file for the web; a document as it is. */
function attachmentOf(lang: Lang, slug: string, assets: readonly Asset[], baseUrl: string): Attachment[] {
  const asset = assets.find((each) => each.slug === slug);
  const files = asset?.renditions.filter(({ name }) => name !== 'thumb') ?? [];
  const file = files.find(({ name }) => name === 'web') ?? files[0];
  if (!asset || !file) return [];
  return [
    {
      url: baseUrl + mediaPaths.file(slug, file.name),
      contentType: file.contentType,
      bytes: file.bytes,
      title: inLanguage(asset.texts.title, lang),
    },
  ];
}
