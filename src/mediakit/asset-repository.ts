/** Every SQL statement about the media kit. */
import type { Db, Trx } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { Bilingual } from '../platform/languages.js';
import type { Asset, AssetKind, AssetSource, AssetState, Rendition, RenditionName } from './asset.js';
import { isPublicAsset } from './asset.js';

interface AssetRow {
  id: number;
  slug: string;
  event_id: number | null;
  kind: string;
  state: string;
  texts: string;
  creator: string;
  credit: string;
  licence_url: string;
  source: string;
  embargo_until: string | null;
  valid_until: string | null;
  position: number;
  created_at: string;
  updated_at: string;
}

interface RenditionRow {
  id: number;
  asset_id: number;
  name: string;
  file_name: string;
  content_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  sha256: string;
}

export type AssetRecord = Omit<Asset, 'id' | 'position' | 'updatedAt'>;

export interface AssetChoice {
  now: Date;
  eventId?: number | undefined;
  slugs?: readonly string[];
  limit?: number;
}

/** What the public may see at this moment, in the order of the team. */
export async function listPublicAssets(db: Db, choice: AssetChoice): Promise<Asset[]> {
  const { now, eventId, slugs, limit } = choice;
  if (slugs?.length === 0) return [];
  const query = db<AssetRow>('assets').where({ state: 'published' }).orderBy('position').orderBy('id');
  if (eventId !== undefined) query.where({ event_id: eventId });
  if (slugs) query.whereIn('slug', slugs);
  const rows = (await query).filter((row) => isPublicAsset(toAsset(row, []), now)).slice(0, limit);
  return withRenditions(db, rows);
}

/** Everything, in whatever state, in the order of the team. */
export async function listAssets(db: Db): Promise<Asset[]> {
  return withRenditions(db, await db<AssetRow>('assets').orderBy('position').orderBy('id'));
}

async function withRenditions(db: Db, rows: AssetRow[]): Promise<Asset[]> {
  const renditions = await db<RenditionRow>('renditions')
    .whereIn(
      'asset_id',
      rows.map(({ id }) => id),
    )
    .orderBy('id');
  return rows.map((row) =>
    toAsset(
      row,
      renditions.filter(({ asset_id }) => asset_id === row.id),
    ),
  );
}

/** The picture of a list, without everything else. */
export interface Thumb {
  slug: string;
  kind: AssetKind;
  title: Bilingual;
  width: number;
  height: number;
}

/** The small pictures of what the public may see, in the order of the team; one query, for pages asked for often. */
export async function listPublicThumbs(db: Db, now: Date, limit: number): Promise<Thumb[]> {
  const at = now.toISOString();
  const rows: (Pick<AssetRow, 'slug' | 'kind' | 'texts'> & { width: number; height: number })[] = await db(
    'assets',
  )
    .join('renditions', 'renditions.asset_id', 'assets.id')
    .where({ 'assets.state': 'published', 'renditions.name': 'thumb' })
    .where((visible) => visible.whereNull('embargo_until').orWhere('embargo_until', '<=', at))
    .where((valid) => valid.whereNull('valid_until').orWhere('valid_until', '>', at))
    .orderBy(['position', 'assets.id'])
    .limit(limit)
    .select('slug', 'kind', 'texts', 'width', 'height');
  return rows.map(({ texts, kind, ...row }) => ({
    ...row,
    kind: kind as AssetKind,
    title: JSON.parse(texts).title,
  }));
}

/** Throws NotFound for what was never there, is under embargo, has run out or was withdrawn: all the same to a stranger. */
export async function getPublicAsset(db: Db, slug: string, now: Date): Promise<Asset> {
  const [asset] = await listPublicAssets(db, { now, slugs: [slug] });
  if (!asset) throw new NotFound();
  return asset;
}

/** At the end of the gallery; returns the number of the new asset. */
export async function insertAsset(trx: Trx, asset: AssetRecord, at: Date): Promise<number> {
  const last = await trx<AssetRow>('assets').max({ position: 'position' }).first();
  const [row] = await trx<AssetRow>('assets')
    .insert({
      slug: asset.slug,
      event_id: asset.eventId ?? null,
      kind: asset.kind,
      state: asset.state,
      texts: JSON.stringify(asset.texts),
      creator: asset.creator,
      credit: asset.credit,
      licence_url: asset.licenceUrl,
      source: asset.source,
      embargo_until: asset.embargoUntil?.toISOString() ?? null,
      valid_until: asset.validUntil?.toISOString() ?? null,
      position: Number(last?.position ?? 0) + 1,
      created_at: at.toISOString(),
      updated_at: at.toISOString(),
    })
    .returning('*');
  const id = row!.id;
  await trx<RenditionRow>('renditions').insert(
    asset.renditions.map((rendition) => fromRendition(id, rendition)),
  );
  return id;
}

function fromRendition(assetId: number, rendition: Rendition) {
  return {
    asset_id: assetId,
    name: rendition.name,
    file_name: rendition.fileName,
    content_type: rendition.contentType,
    bytes: rendition.bytes,
    width: rendition.width ?? null,
    height: rendition.height ?? null,
    sha256: rendition.sha256,
  };
}

function toAsset(row: AssetRow, renditions: RenditionRow[]): Asset {
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
    source: row.source as AssetSource,
    embargoUntil: row.embargo_until ? new Date(row.embargo_until) : undefined,
    validUntil: row.valid_until ? new Date(row.valid_until) : undefined,
    position: row.position,
    updatedAt: new Date(row.updated_at),
    renditions: renditions.map(toRendition),
  };
}

const toRendition = (row: RenditionRow): Rendition => ({
  name: row.name as RenditionName,
  fileName: row.file_name,
  contentType: row.content_type,
  bytes: row.bytes,
  width: row.width ?? undefined,
  height: row.height ?? undefined,
  sha256: row.sha256,
});
