/** One asset on a page of its own: the picture large, every rendition with its check sum, and its rights. */
import { formatDate, noonOf } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { type Asset, isPictureKind } from './asset.js';
import { type AssetCard, assetCard } from './asset-card-page.js';
import { imageObject } from './image-object-page.js';
import { paths } from './paths.js';

export interface AssetPage extends Page {
  asset: AssetCard;
  /** What a picture and a document each say over their credit line. */
  creditLabel: string;
  /** Terms of the list of rights, in their order; what nobody said is not there. */
  terms: { term: string; text: string; href?: string }[];
  /** What is said in a recording, by paragraph. */
  transcript: string[];
}

export function assetPage(lang: Lang, t: Translate, asset: Asset, baseUrl: string): AssetPage {
  const card = assetCard(lang, t, asset);
  return {
    title: card.title,
    description: card.caption,
    section: 'media',
    crumbs: [
      { label: t('layout:home'), href: `/${lang}` },
      { label: t('mediakit:title'), href: paths.media(lang) },
    ],
    asset: card,
    creditLabel: t(`mediakit:asset.${isPictureKind(asset.kind) ? 'credit' : 'documentCredit'}`),
    terms: termsOf(lang, t, asset, card),
    transcript: inLanguage(asset.texts.transcript ?? { de: '', en: '' }, lang)
      .split(/\n{2,}/)
      .filter(Boolean),
    ...(card.picture && isPictureKind(asset.kind)
      ? { jsonLd: { '@context': 'https://schema.org', ...imageObject(lang, asset, baseUrl) } }
      : {}),
  };
}

function termsOf(lang: Lang, t: Translate, asset: Asset, card: AssetCard): AssetPage['terms'] {
  const day = asset.takenOn && formatDate(lang, noonOf(asset.takenOn));
  const terms = {
    creator: asset.creator,
    licence: inLanguage(asset.texts.licence, lang),
    licensor: asset.licensor,
    [asset.kind === 'audio' ? 'speakers' : 'people']: asset.people?.join(', ') ?? '',
    alt: card.alt,
    source: isPictureKind(asset.kind) ? t(`mediakit:sources.${asset.source}`) : '',
    takenOn: day,
    validUntil: asset.validUntil ? formatDate(lang, asset.validUntil) : '',
  };
  return Object.entries(terms)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({
      term: t(`mediakit:asset.${name}`),
      text,
      ...(name === 'licence' && asset.licenceUrl ? { href: asset.licenceUrl } : {}),
    }));
}
