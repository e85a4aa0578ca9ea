/** How an asset and its renditions lie in their tables. */
import type {
  Asset,
  AssetFields,
  AssetKind,
  AssetSource,
  AssetState,
  Rendition,
  RenditionName,
} from './asset.js';

export interface AssetRow {
  id: number;
  slug: string;
  event_id: number | null;
  kind: string;
  state: string;
  texts: string;
  creator: string;
  credit: string;
  licence_url: string;
  licensor: string;
  people: string | null;
  taken_on: string;
  source: string;
  embargo_until: string | null;
  valid_until: string | null;
  no_end: boolean | number;
  offers_original: boolean | number;
  master: string | null;
  master_sha256: string | null;
  position: number;
  version: number;
  published_at: string | null;
  address_kept: boolean | number;
  withdrawn_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface RenditionRow {
  asset_id: number;
  name: string;
  file_name: string;
  content_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  sha256: string;
}

/** One row per rendition; an asset without any has one row too. */
export type JoinedRow = AssetRow & {
  [Column in Exclude<keyof RenditionRow, 'asset_id'> as `r_${Column}`]: RenditionRow[Column] | null;
};

export function toAssets(rows: readonly JoinedRow[]): Asset[] {
  const assets = new Map<number, Asset>();
  for (const row of rows) {
    const asset = assets.get(row.id) ?? toAsset(row);
    assets.set(row.id, asset);
    if (row.r_name !== null) asset.renditions.push(toRendition(row));
  }
  return [...assets.values()];
}

export function fromFields(fields: AssetFields) {
  return {
    event_id: fields.eventId ?? null,
    kind: fields.kind,
    texts: JSON.stringify(fields.texts),
    creator: fields.creator,
    credit: fields.credit,
    licence_url: fields.licenceUrl,
    licensor: fields.licensor,
    people: fields.people ? JSON.stringify(fields.people) : null,
    taken_on: fields.takenOn,
    source: fields.source,
    embargo_until: fields.embargoUntil?.toISOString() ?? null,
    valid_until: fields.validUntil?.toISOString() ?? null,
    no_end: fields.noEnd,
    offers_original: fields.offersOriginal,
  };
}

const momentIn = (text: string | null): Date | undefined => (text ? new Date(text) : undefined);

export function toAsset(row: AssetRow): Asset {
  return {
    id: row.id,
    slug: row.slug,
    eventId: row.event_id ?? undefined,
    kind: row.kind as AssetKind,
    state: row.state as AssetState,
    texts: JSON.parse(row.texts),
    creator: row.creator,
    credit: row.credit,
    licenceUrl: row.licence_url,
    licensor: row.licensor,
    people: row.people === null ? undefined : JSON.parse(row.people),
    takenOn: row.taken_on,
    source: row.source as AssetSource,
    embargoUntil: momentIn(row.embargo_until),
    validUntil: momentIn(row.valid_until),
    noEnd: Boolean(row.no_end),
    offersOriginal: Boolean(row.offers_original),
    master: row.master ? JSON.parse(row.master) : undefined,
    position: row.position,
    version: row.version,
    publishedAt: momentIn(row.published_at),
    addressKept: Boolean(row.address_kept),
    withdrawnAt: momentIn(row.withdrawn_at),
    updatedAt: new Date(row.updated_at),
    renditions: [],
  };
}

const toRendition = (row: JoinedRow): Rendition => ({
  name: row.r_name as RenditionName,
  fileName: row.r_file_name!,
  contentType: row.r_content_type!,
  bytes: row.r_bytes!,
  width: row.r_width ?? undefined,
  height: row.r_height ?? undefined,
  sha256: row.r_sha256!,
});

export const fromRendition = (assetId: number, rendition: Rendition): RenditionRow => ({
  asset_id: assetId,
  name: rendition.name,
  file_name: rendition.fileName,
  content_type: rendition.contentType,
  bytes: rendition.bytes,
  width: rendition.width ?? null,
  height: rendition.height ?? null,
  sha256: rendition.sha256,
});
