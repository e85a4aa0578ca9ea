/** A release under embargo as one accredited person sees it: the page of everybody, under addresses of their own. */
import { type AccreditationRequest, fullName } from '../accreditation/index.js';
import { mediaPaths } from '../mediakit/index.js';
import {
  newsroomPaths,
  type Release,
  type ReleaseCopy,
  type ReleasePage,
  releasePage,
} from '../newsroom/index.js';
import { formatMoment, toIsoLocal } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Crumb, Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { paths } from './paths.js';

type Person = Pick<AccreditationRequest, 'firstName' | 'lastName' | 'outletName' | 'reference'>;

export interface Own {
  lang: Lang;
  token: string;
  person: Person;
  now: Date;
}

/** What stands beside the text: whose preview this is, and from when on everybody sees it. */
export interface PreviewBox {
  person: string;
  until: string;
  dateTime: string;
  /** Pictures and documents in one file; empty where there are none. */
  kit: string;
}

export type OwnReleasePage = ReleasePage & { preview: PreviewBox };

export interface OwnRelease {
  release: Release;
  copy: ReleaseCopy;
  around: Parameters<typeof releasePage>[4];
  /** Slugs of the assets that everybody sees already. */
  publicAssets: ReadonlySet<string>;
}

export function ownReleasePage(own: Own, found: OwnRelease): OwnReleasePage {
  const { lang, person } = own;
  const t = translator(lang);
  const { release, copy, around } = found;
  const page = releasePage(lang, t, release, copy, around);
  const until = copy.embargo?.until ?? release.publishAt;
  const here = (path: string) => underToken(path, own, found.publicAssets);
  return {
    ...page,
    crumbs: [...crumbs(own), { label: t('previews:list.crumb'), href: paths.list(lang, own.token) }],
    alternatePath: around.translation ? here(page.alternatePath ?? '') : '',
    embargo: bannerOf(own, { title: copy.embargo?.notice ?? '', until }),
    formats: page.formats.map((file) => ({ ...file, href: here(file.href) })),
    textHref: here(page.textHref),
    parts: page.parts.map((part) => (part.kind === 'quote' ? { ...part, href: here(part.href) } : part)),
    pictures: page.pictures.map((card) => withAddresses(card, here)),
    documents: page.documents.map((card) => withAddresses(card, here)),
    preview: {
      person: t('previews:person', { name: fullName(person), reference: person.reference }),
      until: formatMoment(lang, until),
      dateTime: toIsoLocal(until),
      kit: around.assets.length > 0 ? `${releaseHref(release, own.token)}.zip` : '',
    },
  };
}

/** What is not public yet has an address only behind the token; an asset's own page has none there. */
function underToken(path: string, { lang, token }: Own, publicAssets: ReadonlySet<string>): string {
  const [, slug, rendition] = /^\/media\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (slug && rendition) return publicAssets.has(slug) ? path : paths.file(lang, token, slug, rendition);
  const [, page] = /^\/\w\w\/media\/([^/]+)$/.exec(path) ?? [];
  if (page) return publicAssets.has(page) ? mediaPaths.asset(lang, page) : '';
  return path.replace(/^\/(\w\w)\/press\//, `/$1/press/preview/${token}/`);
}

type Card = ReleasePage['pictures'][number];

const withAddresses = (card: Card, here: (path: string) => string): Card => ({
  ...card,
  href: here(card.href),
  thumb: card.thumb && { ...card.thumb, src: here(card.thumb.src) },
  picture: card.picture && { ...card.picture, src: here(card.picture.src) },
  files: card.files.map((file) => ({ ...file, href: here(file.href) })),
});

/** The person is named, so that nobody takes the page for a public one or passes it on unthinking. */
function bannerOf({ lang, person, now }: Own, { title, until }: { title: string; until: Date }) {
  const t = translator(lang);
  const { reference, outletName } = person;
  const values = { name: fullName(person), outlet: outletName, reference, left: timeLeft(lang, until, now) };
  return { title, text: t('previews:banner', values) };
}

/** "14 Tage", "17 Stunden und 15 Minuten", "1 Minute": rounded up, so that nobody is early by it. */
export function timeLeft(lang: Lang, until: Date, now: Date): string {
  const t = translator(lang);
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  if (minutes >= 48 * 60) return t('previews:left.days', { count: Math.floor(minutes / (24 * 60)) });
  const parts = [
    { unit: 'hours', count: Math.floor(minutes / 60) },
    { unit: 'minutes', count: minutes % 60 },
  ].filter(({ count }) => count > 0);
  return parts.map(({ unit, count }) => t(`previews:left.${unit}`, { count })).join(t('previews:left.and'));
}

const crumbs = ({ lang }: Pick<Own, 'lang'>): Crumb[] => {
  const t = translator(lang);
  return [{ label: t('layout:home'), href: `/${lang}` }];
};

export interface PreviewItem {
  href: string;
  lang: Lang;
  title: string;
  teaser: string;
  /** "Sperrfrist: …" in the language of the page. */
  notice: string;
}

/** One line for each release, in the language of the page where there is such a version. */
export function previewItems(
  lang: Lang,
  releases: readonly Release[],
  hrefOf: (release: Release) => string,
): PreviewItem[] {
  const t = translator(lang);
  const shown = releases.filter(
    ({ language, pair }) =>
      language === lang || !releases.some((other) => other.pair === pair && other.language === lang),
  );
  return shown.map((release) => ({
    href: hrefOf(release),
    lang: release.language,
    title: withFirmHyphens(release.title),
    teaser: release.teaser,
    notice: t('newsroom:embargo.notice', { until: formatMoment(lang, release.embargoUntil!) }),
  }));
}

export const releaseHref = ({ language, year, slug }: Release, token: string): string =>
  paths.release({ lang: language, year, slug }, token);

export interface PreviewListPage extends Page {
  lead: string;
  items: PreviewItem[];
  all: string;
}

export function previewListPage(own: Own, event: string, releases: readonly Release[]): PreviewListPage {
  const { lang, token, person } = own;
  const t = translator(lang);
  return {
    title: t('previews:list.title'),
    section: 'press',
    crumbs: crumbs(own),
    lead: t('previews:list.lead', {
      name: fullName(person),
      outlet: person.outletName,
      reference: person.reference,
      event,
    }),
    items: previewItems(lang, releases, (release) => releaseHref(release, token)),
    all: newsroomPaths.releases(lang),
  };
}

export interface RefusedPage extends Page {
  lead: string;
  actions: { label: string; href: string }[];
}

/** A link that opens nothing (any more): why, and the way on. */
export function refusedPreviewPage(lang: Lang, refusal: { status: number; message: string }): RefusedPage {
  const t = translator(lang);
  return {
    title: t(refusal.status === 410 ? 'previews:refused.gone' : 'previews:refused.title'),
    section: 'press',
    crumbs: crumbs({ lang }),
    lead: t(refusal.message),
    actions: [
      { label: t('previews:refused.press'), href: newsroomPaths.releases(lang) },
      { label: t('previews:refused.newLink'), href: `/${lang}/accreditation` },
    ],
  };
}
