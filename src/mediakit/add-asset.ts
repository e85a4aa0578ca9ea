/** Takes a file with its rights into the media kit: makes the renditions first, then writes everything at once. */
import { createHash } from 'node:crypto';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import type { AssetFields, AssetState, Master, Trace } from './asset.js';
import { insertAsset } from './asset-row-repository.js';
import { type AssetContent, renderAsset } from './render-asset.js';

type Said = 'licensor' | 'people' | 'takenOn' | 'embargoUntil' | 'validUntil' | 'noEnd' | 'offersOriginal';

/** What is not said: the licensor is who is named at the picture, nobody is shown, and it may be used for good. */
export type NewAsset = Omit<AssetFields, Said> &
  Partial<Pick<AssetFields, Said>> & {
    /** Part of its address and of the names of its files. */
    slug: string;
    /** `published` where it is not set. */
    state?: AssetState;
  };

export interface NewFile extends AssetContent {
  originalName?: string;
  traces?: readonly Trace[];
}

/** `actor` as in the audit log: `staff:3`, `system`. Throws when the file is of no kind the media kit can show. */
export async function addAsset(deps: Deps, actor: string, asset: NewAsset, file: NewFile): Promise<number> {
  const { state = 'published' } = asset;
  const fields = { ...unsaid(asset), ...asset };
  const renditions = await renderAsset(deps, fields, file, { draft: state === 'draft' });
  const master = await keepMaster(deps, file);
  const at = deps.clock.now();
  const publishedAt = state === 'draft' ? undefined : at;
  try {
    return await deps.db.transaction(async (trx) => {
      const id = await insertAsset(trx, { ...fields, state, master, publishedAt, renditions }, at);
      await appendAudit(trx, { at, actor, action: 'asset.added', subject: `asset:${id}` });
      return id;
    });
  } catch (error) {
    await removeMaster(deps, master);
    throw error;
  }
}

const unsaid = ({ credit, validUntil }: NewAsset): Pick<AssetFields, Said> => ({
  licensor: credit,
  people: [],
  takenOn: '',
  embargoUntil: undefined,
  validUntil,
  noEnd: validUntil === undefined,
  offersOriginal: false,
});

async function keepMaster({ files }: Deps, file: NewFile): Promise<Master> {
  const { content, preview, drawingWidth, originalName = '', traces = [] } = file;
  return {
    file: await files.store(content),
    ...(preview ? { preview: await files.store(preview) } : {}),
    ...(drawingWidth ? { drawingWidth } : {}),
    sha256: createHash('sha256').update(content).digest('hex'),
    originalName,
    bytes: content.length,
    traces,
  };
}

export async function removeMaster({ files }: Deps, master: Master | undefined): Promise<void> {
  if (!master) return;
  await files.remove(master.file);
  if (master.preview) await files.remove(master.preview);
}
