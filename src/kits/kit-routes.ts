/** The kit of an event as one ZIP: whole or in parts (RFC 9110), with everything that is public at this very moment. */
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { getPublicEvent } from '../events/index.js';
import { type Asset, type KitBox, listPublicAssets, type MediaEvent } from '../mediakit/index.js';
import type { Deps } from '../platform/deps.js';
import { contentDisposition } from '../platform/downloads.js';
import { NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import { FOR_EVERYBODY } from '../platform/public-file.js';
import { langOf } from '../platform/render.js';
import { type Kit, kitOf } from './kit.js';
import { kitBox } from './kit-box-page.js';
import { lengthOfKit, type Part, streamKit } from './stream-kit.js';

export function kitRoutes({ db, clock, config, log }: Deps): Router {
  const router = Router();
  router.get('/media/:event.zip', async (req, res) => {
    const event = await getPublicEvent(db, String(req.params.event));
    const now = clock.now();
    const assets = await listPublicAssets(db, { now, eventId: event.id });
    if (assets.length === 0) throw new NotFound();
    const named = { slug: event.slug, title: event.texts.title };
    const kit = kitOf({ lang: langOf(res), event: named, assets, baseUrl: config.baseUrl, now });
    await sendKit({ config, log }, { req, res }, kit, FOR_EVERYBODY);
  });
  return router;
}

/** For the gallery, of the same assets that it shows. */
export function kitBoxFor(
  { config, clock }: Pick<Deps, 'config' | 'clock'>,
  lang: Lang,
  event: MediaEvent,
  assets: readonly Asset[],
): KitBox | undefined {
  const content = { lang, event, assets };
  const kit = kitOf({ ...content, baseUrl: config.baseUrl, now: clock.now() });
  return kitBox(content, lengthOfKit(kit));
}

/** `keep`: who may keep it for how long, as `Cache-Control`. The caller has made sure that the reader may see it. */
export async function sendKit(
  { config, log }: Pick<Deps, 'config' | 'log'>,
  { req, res }: { req: Request; res: Response },
  kit: Kit,
  keep: string,
): Promise<void> {
  const bytes = lengthOfKit(kit);
  const description = { 'Content-Type': 'application/zip', 'Content-Disposition': dispositionOf(kit) };
  res.set({ 'Accept-Ranges': 'bytes', 'Cache-Control': keep, ETag: kit.etag });
  if (!matches(req, kit.etag)) return void res.status(412).end();
  if (req.fresh) return void res.status(304).end();
  const part = partOf(req, kit.etag, bytes);
  if (part === 'none') {
    res.status(416).set('Content-Range', `bytes */${bytes}`).end();
    return;
  }
  const length = part ? part.end - part.start + 1 : bytes;
  res.status(part ? 206 : 200).set({ ...description, 'Content-Length': String(length) });
  if (part) res.set('Content-Range', `bytes ${part.start}-${part.end}/${bytes}`);
  if (req.method === 'HEAD') return void res.end();
  await pipeline(streamKit(config.dataDir, kit, part), res).catch((error: NodeJS.ErrnoException) => {
    // A reader who goes away is no fault; any other end breaks the answer off, so that nobody takes it for whole.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') log.error({ err: error }, 'a kit broke off');
  });
}

const dispositionOf = ({ fileName }: Kit): string => contentDisposition('attachment', fileName);

/** RFC 9110, 13.1.1: true where nothing was asked for, too. */
function matches(req: Request, etag: string): boolean {
  const asked = req.get('If-Match');
  return !asked || asked.trim() === '*' || asked.split(',').some((one) => one.trim() === etag);
}

/** Undefined: the whole. One part at a time; a kit that changed since is sent whole (If-Range). */
function partOf(req: Request, etag: string, bytes: number): Part | 'none' | undefined {
  const since = req.get('If-Range');
  if (req.method !== 'GET' || (since && since.trim() !== etag)) return undefined;
  const ranges = req.range(bytes, { combine: true });
  if (ranges === -1) return 'none';
  if (!ranges || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  return ranges[0];
}
