/** The files of the media kit: whole or in parts (RFC 9110), never compressed, with a check sum (RFC 9530). */
import { type NextFunction, type Response, Router } from 'express';
import type { Config } from '../platform/config.js';
import type { Deps } from '../platform/deps.js';
import { contentDisposition } from '../platform/downloads.js';
import { NotFound } from '../platform/errors.js';
import { openMediaFiles } from '../platform/media-files.js';
import { FOR_EVERYBODY } from '../platform/public-file.js';
import { findRendition, type Rendition } from './asset.js';
import { getPublicAsset } from './asset-repository.js';

/** Mounted at `/media`, outside the languages and outside compression. */
export function mediaFileRoutes({ db, clock, config }: Deps): Router {
  const router = Router();

  router.get('/:asset/:rendition', async (req, res, next) => {
    const asset = await getPublicAsset(db, req.params.asset, clock.now());
    const rendition = findRendition(asset, req.params.rendition);
    if (!rendition) throw new NotFound();
    sendRendition(config, { res, next }, { rendition, updatedAt: asset.updatedAt, keep: FOR_EVERYBODY });
  });

  return router;
}

export interface RenditionWish {
  rendition: Rendition;
  updatedAt: Date;
  /** Who may keep it for how long: `Cache-Control`. */
  keep: string;
}

/** The caller has made sure that the reader may see it. */
export function sendRendition(
  { dataDir }: Pick<Config, 'dataDir'>,
  { res, next }: { res: Response; next: NextFunction },
  wish: RenditionWish,
): void {
  const files = openMediaFiles(dataDir);
  const headers = headersOf(wish);
  const options = { root: files.folder, headers, cacheControl: false, lastModified: false };
  res.sendFile(files.pathOf(wish.rendition.sha256), options, (error) => finish(error, headers, res, next));
}

function headersOf({ rendition, updatedAt, keep }: RenditionWish): Record<string, string> {
  const type = rendition.name === 'thumb' ? 'inline' : 'attachment';
  return {
    'Content-Type': rendition.contentType,
    'Content-Disposition': contentDisposition(type, rendition.fileName),
    'Cache-Control': keep,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ETag: `"${rendition.sha256}"`,
    'Last-Modified': updatedAt.toUTCString(),
    'Repr-Digest': `sha-256=:${Buffer.from(rendition.sha256, 'hex').toString('base64')}:`,
  };
}

/** What was said about the file does not hold for the answer to a refused range; a reader who went away is no fault. */
function finish(
  error: Error | undefined,
  headers: Record<string, string>,
  res: Response,
  next: NextFunction,
): void {
  if (!error || res.headersSent) return;
  const { status } = error as { status?: number };
  if (status !== 404) for (const name of Object.keys(headers)) res.removeHeader(name);
  next(status === 404 ? new NotFound() : error);
}
