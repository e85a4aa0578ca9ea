/** The files of the media kit: whole or in parts (RFC 9110), never compressed, with a check sum (RFC 9530). */
import { type NextFunction, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { contentDisposition } from '../platform/downloads.js';
import { NotFound } from '../platform/errors.js';
import { openMediaFiles } from '../platform/media-files.js';
import { findRendition, type Rendition } from './asset.js';
import { getPublicAsset } from './asset-repository.js';

/** Mounted at `/media`, outside the languages and outside compression. */
export function mediaFileRoutes({ db, clock, config }: Deps): Router {
  const router = Router();
  const files = openMediaFiles(config.dataDir);

  router.get('/:asset/:rendition', async (req, res, next) => {
    const asset = await getPublicAsset(db, req.params.asset, clock.now());
    const rendition = findRendition(asset, req.params.rendition);
    if (!rendition) throw new NotFound();
    res.set(headersOf(rendition, asset.updatedAt));
    const options = { root: files.folder, cacheControl: false, lastModified: false };
    res.sendFile(files.pathOf(rendition.sha256), options, (error) =>
      finish(error, rendition.bytes, res, next),
    );
  });

  return router;
}

/** May be kept for long, but must be asked for again each time: an embargo or an end of use counts at once. */
function headersOf(rendition: Rendition, updatedAt: Date): Record<string, string> {
  const type = rendition.name === 'thumb' ? 'inline' : 'attachment';
  return {
    'Content-Type': rendition.contentType,
    'Content-Disposition': contentDisposition(type, rendition.fileName),
    'Cache-Control': 'public, no-cache, no-transform',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ETag: `"${rendition.sha256}"`,
    'Last-Modified': updatedAt.toUTCString(),
    'Repr-Digest': `sha-256=:${Buffer.from(rendition.sha256, 'hex').toString('base64')}:`,
  };
}

/** A range outside the file is answered without a page; a reader who went away is no fault. */
function finish(error: Error | undefined, bytes: number, res: Response, next: NextFunction): void {
  if (!error || res.headersSent) return;
  const status = (error as { status?: number }).status;
  for (const name of ['Content-Type', 'Content-Disposition', 'ETag', 'Last-Modified', 'Repr-Digest'])
    res.removeHeader(name);
  if (status === 416) res.status(416).set('Content-Range', `bytes */${bytes}`).end();
  else if (status === 412) res.status(412).end();
  else next(status === 404 ? new NotFound() : error);
}
