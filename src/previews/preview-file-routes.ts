/** Pictures and documents of a release under embargo, one by one and as a ZIP, each download noted. */
import type { Request, RequestHandler } from 'express';
import { getEvent } from '../events/index.js';
import { kitOf, sendKit } from '../kits/index.js';
import { findRendition, listPublicAssets, sendRendition } from '../mediakit/index.js';
import { embargoMark, listEmbargoedReleases, type Release } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import { langOf, translateFor } from '../platform/render.js';
import { findOwnAssets, findOwnRelease } from './find-own-release.js';
import { fileOpened } from './opening.js';
import { hasOpened, noteOpening } from './opening-repository.js';
import { currentViewer } from './require-preview.js';

/** For this person at this moment; what lies in it is compressed already. */
const FOR_ONE = 'private, no-store, no-transform';

export function sendOwnRendition(deps: Deps): RequestHandler {
  const { db, clock, config } = deps;
  return async (req, res, next) => {
    const { asset: slug, rendition: name } = req.params as { asset: string; rendition: string };
    const { eventId } = currentViewer(req).request;
    const releases = await listEmbargoedReleases(db, { now: clock.now(), eventId });
    // Those that become free first stand at the top: the last one may show the most.
    const release = releases.findLast(({ assets }) => assets.includes(slug));
    if (!release) throw new NotFound();
    const [asset] = await listPublicAssets(db, { now: release.embargoUntil!, slugs: [slug] });
    const found = asset && findRendition(asset, name);
    if (!found) throw new NotFound();
    const mark = embargoMark(translateFor(res), asset.embargoUntil ?? release.embargoUntil!);
    const rendition = { ...found, fileName: `${mark}-${found.fileName}` };
    // Small pictures come with the page.
    if (name !== 'thumb') await noteGet(deps, req, release, fileOpened(slug, name));
    sendRendition(config, { res, next }, { rendition, updatedAt: asset.updatedAt, keep: FOR_ONE });
  };
}

/** Everything that will be public together with the release. */
export function sendOwnKit(deps: Deps): RequestHandler {
  const { db, clock, config } = deps;
  return async (req, res) => {
    const { year, slug } = req.params as { year: string; slug: string };
    if (!/^\d{4}$/.test(year)) throw new NotFound();
    const { eventId } = currentViewer(req).request;
    const lang = langOf(res);
    const now = clock.now();
    const { release } = await findOwnRelease(deps, { eventId, lang, year: Number(year), slug });
    const { assets } = await findOwnAssets(deps, release);
    if (assets.length === 0) throw new NotFound();
    const { slug: event, texts } = await getEvent(db, eventId);
    const { baseUrl } = config;
    const kit = kitOf({ lang, event: { slug: event, title: texts.title }, assets, baseUrl, now });
    const mark = embargoMark(translateFor(res), release.embargoUntil!);
    const fileName = `${mark}-${release.slug}.zip`;
    await noteGet(deps, req, release, 'zip');
    await sendKit(deps, { req, res }, { ...kit, fileName }, FOR_ONE);
  };
}

/** Whoever asks for the head alone has read nothing, and a download in parts is one download. */
export async function noteGet(
  { db, clock }: Deps,
  req: Request,
  { id: releaseId }: Release,
  what: string,
): Promise<void> {
  if (req.method !== 'GET') return;
  const opening = { requestId: currentViewer(req).request.id, releaseId, what, at: clock.now() };
  const goesOn = !/^(bytes=0-|$)/.test(req.get('range') ?? '');
  if (!goesOn || !(await hasOpened(db, opening))) await noteOpening(db, opening);
}
