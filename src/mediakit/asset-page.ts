/** One asset on a page of its own: the picture large, every rendition with its check sum, and its rights. */
import { formatDate } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import type { Asset } from './asset.js';
import { type AssetCard, assetCard } from './asset-card-page.js';
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
    ...(card.picture && asset.kind !== 'document' ? { jsonLd: imageObject(card, asset, baseUrl) } : {}),
  };
}

/** schema.org ImageObject, so that search engines show credit and licence at the picture. */
function imageObject(card: AssetCard, asset: Asset, baseUrl: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'ImageObject',
    name: card.title,
    caption: card.caption,
    contentUrl: baseUrl + card.picture?.src,
    creditText: asset.credit,
    creator: { '@type': 'Organization', name: asset.creator },
    copyrightNotice: asset.creator,
    ...(asset.licenceUrl ? { license: asset.licenceUrl } : {}),
    acquireLicensePage: baseUrl + card.href,
  };
}
