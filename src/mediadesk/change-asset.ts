/** The team says something about an asset, publishes it, withdraws it, throws a draft away, moves it in the gallery. */
import {
  type Asset,
  type AssetFields,
  allowsAssetStep,
  deleteAsset,
  getAsset,
  isPublicAsset,
  listAssets,
  listTakenSlugs,
  type Rendition,
  readMaster,
  removeMaster,
  renderAsset,
  setOrder,
  updateAsset,
  xmpOf,
} from '../mediakit/index.js';
import { appendAudit } from '../platform/audit.js';
import { violatesUnique } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { openMediaFiles } from '../platform/media-files.js';
import { slugOf, untaken } from '../platform/slugs.js';

type Seen = Pick<Asset, 'id' | 'version'>;
const FASTER = 'mediakit:faster';

/**
 * Rights stand in every file: what is published gets its files anew before anything is written, and either all of it
 * changes or nothing. Throws a Conflict when somebody else was faster.
 */
export async function saveAsset(
  deps: Deps,
  actor: string,
  seen: Seen,
  fields: AssetFields,
  step?: 'publish',
): Promise<void> {
  const asset = await seenAsset(deps, seen);
  if (step && !allowsAssetStep(asset.state, step)) throw new Conflict(FASTER);
  const state = step ? 'published' : asset.state;
  const slug = asset.publishedAt || asset.addressKept ? asset.slug : await slugFor(deps, asset, fields);
  const next = { ...asset, ...fields, slug, state };
  const renditions = await newFiles(deps, asset, next);
  const at = deps.clock.now();
  const publishedAt = step && !asset.publishedAt ? { publishedAt: at } : {};
  const moved = slug === asset.slug ? {} : { slug };
  const change = { fields, state, ...moved, ...publishedAt, ...(renditions ? { renditions } : {}) };
  try {
    await deps.db.transaction(async (trx) => {
      await updateAsset(trx, seen, change, at);
      const action = step ? 'asset.published' : 'asset.changed';
      await appendAudit(trx, { at, actor, action, subject: `asset:${seen.id}` });
    });
  } catch (error) {
    throw violatesUnique(error, 'slug') ? new Conflict(FASTER) : error;
  }
}

async function seenAsset({ db }: Deps, seen: Seen): Promise<Asset> {
  const asset = await getAsset(db, seen.id);
  if (asset.version !== seen.version) throw new Conflict(FASTER);
  return asset;
}

/** The address follows the title until it is published for the first time, or named by a release. */
async function slugFor({ db }: Deps, asset: Asset, { texts }: AssetFields): Promise<string> {
  const slug = slugOf(texts.title.de || texts.title.en, 60) || asset.slug;
  const taken = await listTakenSlugs(db, slug);
  return untaken(
    slug,
    taken.filter((one) => one !== asset.slug),
  );
}

/** Undefined where the files stay as they are. */
async function newFiles(deps: Deps, before: Asset, next: Asset): Promise<Rendition[] | undefined> {
  if (next.state !== 'published') return undefined;
  const same =
    before.state === 'published' &&
    before.kind === next.kind &&
    before.offersOriginal === next.offersOriginal &&
    xmpOf(deps, before) === xmpOf(deps, next);
  if (same) return undefined;
  const renditions = await renderAsset(deps, next, await readMaster(deps, before));
  await openMediaFiles(deps.config.dataDir).stay(before.renditions.map(({ sha256 }) => sha256));
  return renditions;
}

/** Pages and files are gone at once. Throws a Conflict when somebody else was faster. */
export async function withdrawAsset({ db, clock }: Deps, actor: string, seen: Seen): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    const asset = await getAsset(trx, seen.id);
    if (!allowsAssetStep(asset.state, 'withdraw')) throw new Conflict(FASTER);
    // What the public never saw, it need not hear is gone.
    const known = isPublicAsset({ ...asset, validUntil: undefined }, at) ? { withdrawnAt: at } : {};
    await updateAsset(trx, seen, { state: 'withdrawn', ...known }, at);
    await appendAudit(trx, { at, actor, action: 'asset.withdrawn', subject: `asset:${seen.id}` });
  });
}

/** Only what was never published. Throws a Conflict when somebody else was faster. */
export async function discardAsset(deps: Deps, actor: string, seen: Seen): Promise<void> {
  const asset = await seenAsset(deps, seen);
  if (asset.publishedAt) throw new Conflict(FASTER);
  const at = deps.clock.now();
  await deps.db.transaction(async (trx) => {
    await deleteAsset(trx, seen);
    await appendAudit(trx, { at, actor, action: 'asset.discarded', subject: `asset:${seen.id}` });
  });
  await removeMaster(deps, asset.master);
}

export type Direction = 'up' | 'down';

/** One place in the gallery; at its end nothing moves. */
export async function moveAsset(
  { db, clock }: Deps,
  actor: string,
  id: number,
  direction: Direction,
): Promise<void> {
  await db.transaction(async (trx) => {
    const assets = await listAssets(trx);
    const from = assets.findIndex((asset) => asset.id === id);
    const to = from + (direction === 'up' ? -1 : 1);
    const [moved, other] = [assets[from], assets[to]];
    if (!moved || !other) return;
    await setOrder(trx, assets.with(from, other).with(to, moved));
    const details = { direction };
    await appendAudit(trx, {
      at: clock.now(),
      actor,
      action: 'asset.moved',
      subject: `asset:${id}`,
      details,
    });
  });
}
