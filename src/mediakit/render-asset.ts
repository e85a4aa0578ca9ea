/** Makes the files of an asset as it stands and stores them; which rows then point to them is the caller's act. */
import type { Deps } from '../platform/deps.js';
import { openMediaFiles } from '../platform/media-files.js';
import { type Asset, type AssetFields, findRendition, type Rendition } from './asset.js';
import { type MadeRendition, makeRenditions } from './make-renditions.js';
import { paths } from './paths.js';
import { toXmp } from './xmp.js';

export interface AssetContent {
  content: Buffer;
  /** A drawing is rendered this many pixels wide for print (2400 without it). */
  drawingWidth?: number;
  /** For documents: a picture of the first page. */
  preview?: Buffer;
}

/** The rights of these fields, as they stand in every file. */
export function xmpOf({ config }: Pick<Deps, 'config'>, asset: AssetFields & { slug: string }): string {
  return toXmp({ ...asset, ...asset.texts, pageUrl: config.baseUrl + paths.asset('de', asset.slug) });
}

/** Throws when the file is of no kind the media kit can show. A draft gets no print. */
export async function renderAsset(
  deps: Deps,
  asset: AssetFields & { slug: string },
  file: AssetContent,
  { draft = false } = {},
): Promise<Rendition[]> {
  const { kind, offersOriginal, slug } = asset;
  const made = await makeRenditions({ ...file, kind, offersOriginal, draft, xmp: xmpOf(deps, asset) });
  const store = openMediaFiles(deps.config.dataDir);
  return Promise.all(
    made.map(async (rendition) => toRendition(slug, rendition, await store.store(rendition.content))),
  );
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

/** The file an asset is made from. */
export async function readMaster({ config, files }: Deps, asset: Asset): Promise<AssetContent> {
  const { master } = asset;
  if (master)
    return {
      content: await files.read(master.file),
      ...(master.preview ? { preview: await files.read(master.preview) } : {}),
      ...(master.drawingWidth ? { drawingWidth: master.drawingWidth } : {}),
    };
  // Taken in before masters were kept: the best of what there is.
  const store = openMediaFiles(config.dataDir);
  const [best, thumb] = [
    findRendition(asset, 'original') ?? findRendition(asset, 'print'),
    findRendition(asset, 'thumb'),
  ];
  if (!best) throw new Error(`Asset ${asset.id} has no file`);
  const content = await store.read(best.sha256);
  return asset.kind === 'document' && thumb
    ? { content, preview: await store.read(thumb.sha256) }
    : { content };
}
