/** One asset on a page of its own: the picture large, every rendition with its check sum, and its rights. */
import { formatDate } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import type { Asset } from './asset.js';
import { type AssetCard, assetCard } from './asset-card-page.js';
import { imageObject } from './image-object-page.js';
import { paths } from './paths.js';

export interface AssetPage extends Page {
  asset: AssetCard;
  /** What a picture and a document each say over their credit line. */
  creditLabel: string;
  creator: string;
  licence: string;
  licenceUrl: string;
  source: string;
  /** A date, or empty when the release has no end. */
  validUntil: string;
}

export function assetPage(lang: Lang, t: Translate, asset: Asset, baseUrl: string): AssetPage {
  const card = assetCard(lang, t, asset);
  const licence = inLanguage(asset.texts.licence, lang);
  return {
    title: card.title,
    description: card.caption,
    section: 'media',
    crumbs: [
      { label: t('layout:home'), href: `/${lang}` },
      { label: t('mediakit:title'), href: paths.media(lang) },
    ],
    asset: card,
    creditLabel: t(`mediakit:asset.${asset.kind === 'document' ? 'documentCredit' : 'credit'}`),
    creator: asset.creator,
    licence,
    licenceUrl: asset.licenceUrl,
    source: asset.kind === 'document' ? '' : t(`mediakit:sources.${asset.source}`),
    validUntil: asset.validUntil ? formatDate(lang, asset.validUntil) : '',
    ...(card.picture && asset.kind !== 'document'
      ? { jsonLd: { '@context': 'https://schema.org', ...imageObject(lang, asset, baseUrl) } }
      : {}),
  };
}
