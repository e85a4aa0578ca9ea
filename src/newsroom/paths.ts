/** The addresses of the newsroom. */
import type { Lang } from '../platform/languages.js';

export const RELEASE_FORMATS = ['pdf', 'txt', 'md', 'json'] as const;
export type ReleaseFormat = (typeof RELEASE_FORMATS)[number];

/** What each file of a release is; ninjs has no media type of its own. */
export const RELEASE_TYPES: Record<ReleaseFormat, string> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
};

/** Pixels of the picture for link previews: 1.91 to 1, as those who show it like it. */
export const CARD = { width: 1200, height: 630 };

export const FEED_FORMATS = ['atom', 'rss', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

interface ListChoice {
  q?: string | undefined;
  year?: number | undefined;
  event?: string | undefined;
  page?: number | undefined;
}

interface Address {
  lang: Lang;
  year: number;
  slug: string;
}

/** A release knows its language by another name. */
type Named = Omit<Address, 'lang'> & { language: Lang };

export const paths = {
  releases: (lang: Lang, choice: ListChoice = {}): string => `/${lang}/press${queryOf({ ...choice })}`,
  release: ({ lang, year, slug }: Address, format?: ReleaseFormat): string =>
    `/${lang}/press/${year}/${slug}${format ? `.${format}` : ''}`,
  releaseOf: ({ language, year, slug }: Named, format?: ReleaseFormat): string =>
    paths.release({ lang: language, year, slug }, format),
  /** One quote with its speaker, ready to paste. */
  quote: (release: Address, number: number): string => `${paths.release(release, 'txt')}?quote=${number}`,
  /** A version as the public read it, for good. */
  version: (release: Named, version: number): string => `${paths.releaseOf(release)}/versions/${version}`,
  /** The picture of link previews; every version has another address, for those who keep pictures. */
  card: (release: Named & { version: number }): string =>
    `${paths.releaseOf(release)}/card.png?version=${release.version}`,
  feed: (lang: Lang, format: FeedFormat, choice: Pick<ListChoice, 'event' | 'page'> = {}): string =>
    `/${lang}/press/feed.${format}${queryOf({ ...choice })}`,
};

function queryOf(choice: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choice)) if (value) query.set(name, String(value));
  return query.size > 0 ? `?${query}` : '';
}
