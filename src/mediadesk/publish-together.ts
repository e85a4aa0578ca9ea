/** Assets that change together with something else: made ready before its transaction, written inside it. */
import {
  type Asset,
  allowsAssetStep,
  getAsset,
  type Rendition,
  readMaster,
  renderAsset,
  updateAsset,
} from '../mediakit/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';

/** A draft with the files that the public will get. */
export interface ReadyAsset {
  asset: Asset;
  renditions: Rendition[];
}

/** Writes nothing but files that no row points to yet. */
export async function makeReady(deps: Deps, asset: Asset): Promise<ReadyAsset> {
  return { asset, renditions: await renderAsset(deps, asset, await readMaster(deps, asset)) };
}

interface Together {
  at: Date;
  /** As in the audit log. */
  actor: string;
  /** Together with what: `release:12`. */
  cause: string;
  embargoUntil: Date | undefined;
}

/** An embargo of its own that ends later stays. Throws a Conflict when somebody else changed it meanwhile. */
export async function publishReady(
  trx: Trx,
  { asset, renditions }: ReadyAsset,
  { at, actor, cause, embargoUntil }: Together,
): Promise<void> {
  if (!allowsAssetStep(asset.state, 'publish')) throw new Conflict('mediakit:faster');
  const later = [asset.embargoUntil, embargoUntil].filter((each) => each !== undefined);
  const until = later.sort((a, b) => b.getTime() - a.getTime())[0];
  const fields = { ...asset, embargoUntil: until };
  const publishedAt = asset.publishedAt ?? at;
  await updateAsset(trx, asset, { fields, state: 'published', publishedAt, renditions }, at);
  const details = { cause, embargoUntil: until?.toISOString() ?? null };
  await appendAudit(trx, { at, actor, action: 'asset.published', subject: `asset:${asset.id}`, details });
}

/** Sets, moves or lifts the embargo of one asset. Throws a Conflict when somebody else changed it since `seen`. */
export async function setAssetEmbargo(
  trx: Trx,
  seen: Pick<Asset, 'id' | 'version'>,
  { at, actor, cause, embargoUntil }: Together,
): Promise<void> {
  const asset = await getAsset(trx, seen.id);
  await updateAsset(trx, seen, { fields: { ...asset, embargoUntil } }, at);
  const details = { cause, embargoUntil: embargoUntil?.toISOString() ?? null };
  await appendAudit(trx, { at, actor, action: 'asset.embargoChanged', subject: `asset:${seen.id}`, details });
}
