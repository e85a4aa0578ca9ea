/** What lies in the media kit: an asset with its rights and its life, and the files of each in several renditions. */
import { isVisible } from '../platform/embargo.js';
import type { Bilingual } from '../platform/languages.js';

export const ASSET_KINDS = ['photo', 'portrait', 'logo', 'document', 'audio'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];
export const isPictureKind = (kind: AssetKind): boolean => kind !== 'document' && kind !== 'audio';

export const ASSET_STATES = ['draft', 'published', 'withdrawn'] as const;
export type AssetState = (typeof ASSET_STATES)[number];

export const ASSET_STEPS = {
  publish: { from: ['draft', 'withdrawn'], to: 'published' },
  withdraw: { from: ['published'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly AssetState[]; to: AssetState }>;
export type AssetStep = keyof typeof ASSET_STEPS;

export const allowsAssetStep = (state: AssetState, step: AssetStep): boolean =>
  (ASSET_STEPS[step].from as readonly AssetState[]).includes(state);

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
  /** What is said in a recording. */
  transcript?: Bilingual;
}

/** Everything the team says about an asset. */
export interface AssetFields {
  eventId: number | undefined;
  kind: AssetKind;
  texts: AssetTexts;
  creator: string;
  /** Who is named at the picture. */
  credit: string;
  licenceUrl: string;
  /** Who grants further rights. */
  licensor: string;
  /** Names; empty: nobody is shown; undefined: nobody said yet. */
  people: readonly string[] | undefined;
  /** The day of a photo or recording (2024-10-24), or empty. */
  takenOn: string;
  source: AssetSource;
  embargoUntil: Date | undefined;
  validUntil: Date | undefined;
  /** Knowingly without `validUntil`. */
  noEnd: boolean;
  /** The file as it came in is handed out too, with everything a camera wrote into it. */
  offersOriginal: boolean;
}

/** The file an asset was made from; kept to make its renditions anew, and never handed out unless the team says so. */
export interface Master {
  /** Names in the store of uploads. */
  file: string;
  preview?: string;
  sha256: string;
  originalName: string;
  bytes: number;
  drawingWidth?: number;
  /** What a camera wrote into it and nobody should read. */
  traces: readonly Trace[];
}
export type Trace = 'place' | 'serial';

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

export interface Asset extends AssetFields {
  id: number;
  slug: string;
  state: AssetState;
  position: number;
  /** Counts changes, for compare-and-set. */
  version: number;
  /** The first time; from then on the address stays. */
  publishedAt: Date | undefined;
  /** A release names it: the address stays from then on too. */
  addressKept: boolean;
  withdrawnAt: Date | undefined;
  updatedAt: Date;
  /** Undefined for what was taken in before masters were kept. */
  master: Master | undefined;
  renditions: Rendition[];
}

/** The one question of every page, list and file of the media kit. */
export function isPublicAsset(
  asset: Pick<Asset, 'state' | 'embargoUntil' | 'validUntil'>,
  now: Date,
): boolean {
  return asset.state === 'published' && isVisible(asset, now);
}

/** The public knew it, and may hear that it is gone; what never left its embargo has no such moment. */
export const isGoneAsset = ({ state, withdrawnAt }: Pick<Asset, 'state' | 'withdrawnAt'>): boolean =>
  state === 'withdrawn' && withdrawnAt !== undefined;

/** In the order in which somebody named them. */
export const inOrderOf = (slugs: readonly string[], assets: readonly Asset[]): Asset[] =>
  [...assets].sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug));

export function findRendition(asset: Pick<Asset, 'renditions'>, name: string): Rendition | undefined {
  return asset.renditions.find((rendition) => rendition.name === name);
}
