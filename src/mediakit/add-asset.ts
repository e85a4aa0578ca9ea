/** Takes a file with its rights into the media kit: makes the renditions first, then writes everything at once. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { openMediaFiles } from '../platform/media-files.js';
import type { AssetKind, AssetSource, AssetTexts, Rendition } from './asset.js';
import { insertAsset } from './asset-repository.js';
import { type MadeRendition, makeRenditions } from './make-renditions.js';
import { paths } from './paths.js';
import { toXmp } from './xmp.js';

export interface NewAsset {
  /** Part of its address and of the names of its files. */
  slug: string;
  eventId: number | undefined;
  kind: AssetKind;
  texts: AssetTexts;
  creator: string;
  credit: string;
  licenceUrl: string;
  source: AssetSource;
  embargoUntil?: Date;
  validUntil?: Date;
}

export interface AssetContent {
  content: Buffer;
  /** A drawing is rendered this many pixels wide for print (2400 without it). */
  drawingWidth?: number;
  /** For documents: a picture of the first page. */
  preview?: Buffer;
}

/** `actor` as in the audit log: `staff:3`, `system`. Throws when the file is of no kind the media kit can show. */
export async function addAsset(
  deps: Deps,
  actor: string,
  asset: NewAsset,
  file: AssetContent,
): Promise<number> {
  const pageUrl = deps.config.baseUrl + paths.asset('de', asset.slug);
  const xmp = toXmp({ ...asset, ...asset.texts, pageUrl });
  const made = await makeRenditions({ ...file, kind: asset.kind, xmp });
  const store = openMediaFiles(deps.config.dataDir);
  const renditions = await Promise.all(
    made.map(async (rendition) => toRendition(asset.slug, rendition, await store.store(rendition.content))),
  );
  const at = deps.clock.now();
  return deps.db.transaction(async (trx) => {
    const { embargoUntil, validUntil } = asset;
    const record = { ...asset, state: 'published', embargoUntil, validUntil, renditions } as const;
    const id = await insertAsset(trx, record, at);
    await appendAudit(trx, { at, actor, action: 'asset.added', subject: `asset:${id}` });
    return id;
  });
}

function toRendition(slug: string, made: MadeRendition, sha256: string): Rendition {
  return {
    name: made.name,
    fileName: `${slug}${made.name === 'original' ? '' : `-${made.name}`}${made.ending}`,
    contentType: made.contentType,
    bytes: made.content.length,
    width: made.width,
    height: made.height,
    sha256,
  };
}
