/** Every statement that writes assets and their renditions, and how they are read together. */
import type { Db, Trx } from '../platform/database.js';
import { Conflict } from '../platform/errors.js';
import type { Asset, AssetFields, AssetState, Rendition } from './asset.js';
import { type AssetRow, fromFields, fromRendition, type RenditionRow } from './assetrow.js';

const RENDITION_COLUMNS = [
  'name',
  'file_name',
  'content_type',
  'bytes',
  'width',
  'height',
  'sha256',
] as const;

/** Assets with all their files in one statement: what a colleague saves meanwhile is seen whole or not at all. */
export const joinedAssets = (db: Db) =>
  db('assets')
    .leftJoin('renditions', 'renditions.asset_id', 'assets.id')
    .select('assets.*', ...RENDITION_COLUMNS.map((column) => `renditions.${column} as r_${column}`))
    .orderBy(['assets.position', 'assets.id', 'renditions.id']);

export type AssetRecord = Omit<
  Asset,
  'id' | 'position' | 'version' | 'updatedAt' | 'withdrawnAt' | 'addressKept'
>;

/** At the end of the gallery; returns the number of the new asset. */
export async function insertAsset(trx: Trx, asset: AssetRecord, at: Date): Promise<number> {
  const last = await trx<AssetRow>('assets').max({ position: 'position' }).first();
  const [row] = await trx<AssetRow>('assets')
    .insert({
      ...fromFields(asset),
      slug: asset.slug,
      state: asset.state,
      master: asset.master ? JSON.stringify(asset.master) : null,
      master_sha256: asset.master?.sha256 ?? null,
      published_at: asset.publishedAt?.toISOString() ?? null,
      position: Number(last?.position ?? 0) + 1,
      created_at: at.toISOString(),
      updated_at: at.toISOString(),
    })
    .returning('id');
  await insertRenditions(trx, row!.id, asset.renditions);
  return row!.id;
}

export interface AssetChange {
  fields?: AssetFields;
  /** Only while no release names it. */
  slug?: string;
  state?: AssetState;
  publishedAt?: Date;
  withdrawnAt?: Date;
  /** All of them anew. */
  renditions?: readonly Rendition[];
}

/** Throws a Conflict when somebody else changed it since `version` was read. */
export async function updateAsset(
  trx: Trx,
  { id, version }: Pick<Asset, 'id' | 'version'>,
  change: AssetChange,
  at: Date,
): Promise<void> {
  const changed = await trx<AssetRow>('assets')
    .where({ id, version, ...(change.slug ? { address_kept: false } : {}) })
    .update({
      ...(change.fields ? fromFields(change.fields) : {}),
      ...(change.slug ? { slug: change.slug } : {}),
      ...(change.state ? { state: change.state } : {}),
      ...(change.publishedAt ? { published_at: change.publishedAt.toISOString() } : {}),
      ...(change.withdrawnAt ? { withdrawn_at: change.withdrawnAt.toISOString() } : {}),
      version: version + 1,
      updated_at: at.toISOString(),
    });
  if (changed === 0) throw new Conflict('mediakit:faster');
  if (!change.renditions) return;
  await trx('renditions').where({ asset_id: id }).delete();
  await insertRenditions(trx, id, change.renditions);
}

/** Throws a Conflict when somebody else changed it since `version` was read. */
export async function deleteAsset(trx: Trx, { id, version }: Pick<Asset, 'id' | 'version'>): Promise<void> {
  await trx('renditions').where({ asset_id: id }).delete();
  if ((await trx('assets').where({ id, version }).delete()) === 0) throw new Conflict('mediakit:faster');
}

/** From now on the addresses stay, also those of drafts. */
export async function keepAddresses(trx: Trx, slugs: readonly string[]): Promise<void> {
  if (slugs.length > 0) await trx<AssetRow>('assets').whereIn('slug', slugs).update({ address_kept: true });
}

/** This is their order from now on; two that came in at the same moment may have had one place. */
export async function setOrder(trx: Trx, assets: readonly Pick<Asset, 'id' | 'position'>[]): Promise<void> {
  for (const [at, { id, position }] of assets.entries())
    if (position !== at + 1)
      await trx('assets')
        .where({ id })
        .update({ position: at + 1 });
}

async function insertRenditions(trx: Trx, id: number, renditions: readonly Rendition[]): Promise<void> {
  const rows = renditions.map((rendition) => fromRendition(id, rendition));
  if (rows.length > 0) await trx<RenditionRow>('renditions').insert(rows);
}
