/** A release as a page: the text, what can be taken along, its pictures, and the other language. */
import { type AssetCard, assetCard } from '../mediakit/index.js';
import { formatDateTime, formatMoment, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { type Lang, otherLang } from '../platform/languages.js';
import { renderMarkdown } from '../platform/markdown.js';
import type { Page } from '../platform/render.js';
import { CARD, paths, RELEASE_FORMATS, type ReleaseFormat } from './paths.js';
import { type Release, speakerLine, type VersionMoment } from './release.js';
import { type Around, newsArticle } from './release-article-page.js';
import type { ReleaseCopy } from './release-copy-page.js';
import { type VersionLink, versionLinks } from './version-links-page.js';

export type ShownPart =
  | { kind: 'text'; html: string }
  | { kind: 'quote'; text: string; speaker: string; line: string; href: string; number: number };

export interface ReleasePage extends Page {
  copy: ReleaseCopy;
  date: string;
  dateTime: string;
  correctedAt: string;
  parts: ShownPart[];
  boilerplateHtml: string;
  formats: { format: ReleaseFormat; href: string; fileName: string }[];
  textHref: string;
  /** The newest first; empty where there is but one. */
  versions: VersionLink[];
  pictures: AssetCard[];
  documents: AssetCard[];
}

export function releasePage(
  lang: Lang,
  t: Translate,
  release: Release,
  copy: ReleaseCopy,
  around: Around & { versions?: VersionMoment[] },
): ReleasePage {
  const address = { lang, year: release.year, slug: release.slug };
  const cards = around.assets.map((asset) => ({ asset, card: assetCard(lang, t, asset) }));
  const other = otherLang(lang);
  const { translation, versions = [] } = around;
  return {
    title: release.title,
    description: release.teaser,
    section: 'press',
    crumbs: [
      { label: t('layout:home'), href: `/${lang}` },
      { label: t('newsroom:list.title'), href: paths.releases(lang) },
    ],
    alternatePath: translation ? paths.releaseOf(translation) : paths.releases(other),
    untranslated: !translation,
    previewType: 'article',
    picture: { path: paths.card(release), alt: release.title, ...CARD },
    copy,
    date: copy.embargo
      ? t('newsroom:embargo.freeFrom', { until: formatMoment(lang, copy.embargo.until) })
      : formatDateTime(lang, copy.releasedAt),
    dateTime: toIsoLocal(copy.releasedAt),
    correctedAt: release.correction ? toIsoLocal(release.correction.at) : '',
    parts: copy.parts.map((part) => shown(part, copy, address)),
    boilerplateHtml: renderMarkdown(release.boilerplate),
    formats: RELEASE_FORMATS.map((format) => ({
      format,
      href: paths.release(address, format),
      fileName: `${copy.fileStem}.${format}`,
    })),
    textHref: paths.release(address, 'txt'),
    versions: versions.length > 1 ? versionLinks(t, release, versions) : [],
    pictures: cards.filter(({ asset }) => asset.kind !== 'document').map(({ card }) => card),
    documents: cards.filter(({ asset }) => asset.kind === 'document').map(({ card }) => card),
    // Nothing that search engines read before everybody may.
    ...(copy.embargo
      ? { embargo: { title: copy.embargo.notice, text: t('newsroom:embargo.request') } }
      : { jsonLd: newsArticle(release, copy, around) }),
  };
}

function shown(
  part: ReleaseCopy['parts'][number],
  copy: ReleaseCopy,
  address: { lang: Lang; year: number; slug: string },
): ShownPart {
  if (part.kind === 'text') return { kind: 'text', html: renderMarkdown(part.markdown) };
  const { quote, number } = part;
  const href = paths.quote(address, number);
  return {
    kind: 'quote',
    text: quote.text,
    speaker: speakerLine(quote),
    line: copy.loneQuote(quote),
    href,
    number,
  };
}
