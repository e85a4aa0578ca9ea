/** A release as a page: the text, what can be taken along, its pictures, the other language, and what machines read. */

import { type Asset, type AssetCard, assetCard, mediaPaths } from '../mediakit/index.js';
import { formatDateTime, formatMoment, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { renderMarkdown } from '../platform/markdown.js';
import type { Page } from '../platform/render.js';
import { paths, type ReleaseFormat } from './paths.js';
import { type Release, speakerLine } from './release.js';
import type { ReleaseCopy } from './release-copy-page.js';

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
  pictures: AssetCard[];
  documents: AssetCard[];
}

const FORMATS: readonly ReleaseFormat[] = ['pdf', 'txt', 'md'];

export interface Around {
  translation: Release | undefined;
  /** What the release names of the media kit and may be seen now. */
  assets: Asset[];
  baseUrl: string;
}

export function releasePage(
  lang: Lang,
  t: Translate,
  release: Release,
  copy: ReleaseCopy,
  around: Around,
): ReleasePage {
  const address = { lang, year: release.year, slug: release.slug };
  const cards = around.assets.map((asset) => ({ asset, card: assetCard(lang, t, asset) }));
  const other = lang === 'de' ? 'en' : 'de';
  const { translation } = around;
  return {
    title: release.title,
    description: release.teaser,
    section: 'press',
    crumbs: [
      { label: t('layout:home'), href: `/${lang}` },
      { label: t('newsroom:list.title'), href: paths.releases(lang) },
    ],
    alternatePath: translation
      ? paths.release({ lang: other, year: translation.year, slug: translation.slug })
      : paths.releases(other),
    untranslated: !translation,
    previewType: 'article',
    ...previewPicture(cards),
    copy,
    date: copy.embargo
      ? t('newsroom:embargo.freeFrom', { until: formatMoment(lang, copy.embargo.until) })
      : formatDateTime(lang, copy.releasedAt),
    dateTime: toIsoLocal(copy.releasedAt),
    correctedAt: release.correction ? toIsoLocal(release.correction.at) : '',
    parts: copy.parts.map((part) => shown(part, copy, address)),
    boilerplateHtml: renderMarkdown(release.boilerplate),
    formats: FORMATS.map((format) => ({
      format,
      href: paths.release(address, format),
      fileName: `${copy.fileStem}.${format}`,
    })),
    textHref: paths.release(address, 'txt'),
    pictures: cards.filter(({ asset }) => asset.kind !== 'document').map(({ card }) => card),
    documents: cards.filter(({ asset }) => asset.kind === 'document').map(({ card }) => card),
    // Nothing that search engines read before everybody may.
    ...(copy.embargo
      ? { embargo: { title: copy.embargo.notice, text: t('newsroom:embargo.request') } }
      : { jsonLd: newsArticle(release, copy, around) }),
  };
}

/** For link previews: the first picture that there is. */
function previewPicture(cards: { card: AssetCard }[]): { picture?: { path: string; alt: string } } {
  const card = cards.find((each) => each.card.picture)?.card;
  return card?.picture ? { picture: { path: card.picture.src, alt: card.alt } } : {};
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

/** schema.org NewsArticle; built only for a release that may be seen. */
function newsArticle(release: Release, copy: ReleaseCopy, { translation, assets, baseUrl }: Around): object {
  const organisation = { '@type': 'GovernmentOrganization', name: copy.issuer || copy.contact.name };
  const pictures = assets.filter(({ kind }) => kind !== 'document');
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: release.title,
    ...(release.subtitle ? { alternativeHeadline: release.subtitle } : {}),
    description: release.teaser,
    datePublished: toIsoLocal(copy.releasedAt),
    dateModified: toIsoLocal(copy.changedAt),
    inLanguage: release.language,
    isAccessibleForFree: true,
    mainEntityOfPage: copy.url,
    url: copy.url,
    author: organisation,
    publisher: organisation,
    ...(pictures.length > 0
      ? { image: pictures.map(({ slug }) => baseUrl + mediaPaths.file(slug, 'web')) }
      : {}),
    ...(release.correction ? { correction: correctionComment(release.correction) } : {}),
    ...(translation
      ? {
          workTranslation: {
            '@type': 'NewsArticle',
            inLanguage: translation.language,
            headline: translation.title,
            url:
              baseUrl +
              paths.release({
                lang: translation.language,
                year: translation.year,
                slug: translation.slug,
              }),
          },
        }
      : {}),
  };
}

const correctionComment = ({ at, text }: NonNullable<Release['correction']>): object => ({
  '@type': 'CorrectionComment',
  text,
  datePublished: toIsoLocal(at),
});
