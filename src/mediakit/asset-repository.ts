/** Reading the media kit: what the public may see at this moment, and everything for the desk. */
import type { Db } from '../platform/database.js';
import { Gone, NotFound } from '../platform/errors.js';
import type { Bilingual } from '../platform/languages.js';
import { type Asset, type AssetKind, isGoneAsset } from './asset.js';
import { joinedAssets } from './asset-row-repository.js';
import { type AssetRow, toAsset, toAssets } from './assetrow.js';

export interface AssetChoice {
  now: Date;
  eventId?: number | undefined;
  slugs?: readonly string[];
  limit?: number;
}

/** What the public may see at this moment, in the order of the team; one statement, so that all of it is of one moment. */
export async function listPublicAssets(db: Db, choice: AssetChoice): Promise<Asset[]> {
  const { now, eventId, slugs, limit } = choice;
  if (slugs?.length === 0) return [];
  const query = visibleAt(joinedAssets(db), now);
  if (eventId !== undefined) query.where({ 'assets.event_id': eventId });
  if (slugs) query.whereIn('assets.slug', slugs);
  return toAssets(await query).slice(0, limit);
}

function visibleAt<Query extends ReturnType<typeof joinedAssets>>(query: Query, now: Date): Query {
  const at = now.toISOString();
  query
    .where({ 'assets.state': 'published' })
    .where((visible) => visible.whereNull('embargo_until').orWhere('embargo_until', '<=', at))
    .where((valid) => valid.whereNull('valid_until').orWhere('valid_until', '>', at));
  return query;
}

/** The picture of a list, without everything else. */
export interface Thumb {
  slug: string;
  kind: AssetKind;
  title: Bilingual;
  width: number;
  height: number;
}

/** The small pictures of what the public may see, in the order of the team; for pages asked for often. */
export async function listPublicThumbs(db: Db, now: Date, limit: number): Promise<Thumb[]> {
  const query = db('assets')
    .join('renditions', 'renditions.asset_id', 'assets.id')
    .where({ 'renditions.name': 'thumb' })
    .orderBy(['position', 'assets.id'])
    .limit(limit)
    .select('slug', 'kind', 'texts', 'width', 'height');
  const rows: (Pick<AssetRow, 'slug' | 'kind' | 'texts'> & { width: number; height: number })[] =
    await visibleAt(query, now);
  return rows.map(({ texts, kind, ...row }) => ({
    ...row,
    kind: kind as AssetKind,
    title: JSON.parse(texts).title,
  }));
}

/**
 * Throws NotFound for what was never there, is under embargo or has run out: all the same to a stranger. Throws Gone
 * for what the public knew and the team withdrew.
 */
export async function getPublicAsset(db: Db, slug: string, now: Date): Promise<Asset> {
  const [asset] = await listPublicAssets(db, { now, slugs: [slug] });
  if (asset) return asset;
  const row: AssetRow | undefined = await db('assets').where({ slug, state: 'withdrawn' }).first();
  throw row && isGoneAsset(toAsset(row)) ? new Gone('mediakit:withdrawn') : new NotFound();
}

/** Everything, in whatever state, in the order of the team. */
export async function listAssets(db: Db): Promise<Asset[]> {
  return toAssets(await joinedAssets(db));
}

/** In whatever state. Throws NotFound. */
export async function getAsset(db: Db, id: number): Promise<Asset> {
  const [asset] = toAssets(await joinedAssets(db).where({ 'assets.id': id }));
  if (!asset) throw new NotFound();
  return asset;
}

/** The draft that follows in the order of the team, or the first one; never this one itself. */
export async function findNextDraft(db: Db, id: number): Promise<Asset | undefined> {
  const rows: AssetRow[] = await db('assets').where({ state: 'draft' }).orderBy(['position', 'id']);
  const place = await db('assets').where({ id }).first('position');
  const others = rows.filter((row) => row.id !== id);
  const next = others.find(({ position }) => position > (place?.position ?? 0)) ?? others[0];
  return next && toAsset(next);
}

/** The asset that was made from just these bytes. */
export async function findByMaster(db: Db, sha256: string): Promise<Asset | undefined> {
  const row: AssetRow | undefined = await db('assets').where({ master_sha256: sha256 }).first();
  return row && toAsset(row);
}

/** Addresses that begin like this one, to find a free one. */
export function listTakenSlugs(db: Db, beginning: string): Promise<string[]> {
  return db('assets').where('slug', 'like', `${beginning}%`).pluck('slug');
}

/** The names of all stored files that a rendition still points to. */
export async function listKeptFiles(db: Db): Promise<Set<string>> {
  return new Set(await db('renditions').distinct('sha256').pluck('sha256'));
}
