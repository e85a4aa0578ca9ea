/** What lies in the media kit: an asset with its rights, and the files of each in several renditions. */
import { isVisible } from '../platform/embargo.js';
import type { Bilingual } from '../platform/languages.js';

export const ASSET_KINDS = ['photo', 'portrait', 'logo', 'document'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

export const ASSET_STATES = ['draft', 'published', 'withdrawn'] as const;
export type AssetState = (typeof ASSET_STATES)[number];

/** How a picture came about; says whether it shows something that was in front of a camera. */
export const ASSET_SOURCES = ['captured', 'drawn'] as const;
export type AssetSource = (typeof ASSET_SOURCES)[number];

export const RENDITION_NAMES = ['thumb', 'web', 'print', 'original'] as const;
export type RenditionName = (typeof RENDITION_NAMES)[number];

export interface AssetTexts {
  title: Bilingual;
  caption: Bilingual;
  alt: Bilingual;
  /** What a newsroom may do with it: CC BY 4.0, or a sentence. */
  licence: Bilingual;
}

export interface Rendition {
  name: RenditionName;
  /** As it is saved at the newsroom: stage-web.jpg */
  fileName: string;
  contentType: string;
  bytes: number;
  /** Pixels; a document has none. */
  width: number | undefined;
  height: number | undefined;
  /** 64 hexadecimal digits; also the name of the stored file. */
  sha256: string;
}

export interface Asset {
  id: number;
  slug: string;
  eventId: number | undefined;
  kind: AssetKind;
  state: AssetState;
  texts: AssetTexts;
  creator: string;
  /** Who is named at the picture. */
  credit: string;
  licenceUrl: string;
  source: AssetSource;
  embargoUntil: Date | undefined;
  validUntil: Date | undefined;
  position: number;
  updatedAt: Date;
  renditions: Rendition[];
}

/** The one question of every page, list and file of the media kit. */
export function isPublicAsset(
  asset: Pick<Asset, 'state' | 'embargoUntil' | 'validUntil'>,
  now: Date,
): boolean {
  return asset.state === 'published' && isVisible(asset, now);
}

export function findRendition(asset: Asset, name: string): Rendition | undefined {
  return asset.renditions.find((rendition) => rendition.name === name);
}
