/** Releases under embargo behind a personal link: the list, each release as page and file, its pictures and documents. */
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { getEvent } from '../events/index.js';
import { findRendition, listPublicAssets, mediaPaths, sendRendition } from '../mediakit/index.js';
import {
  findPublicRelease,
  issuerOf,
  isWithdrawnUnderEmbargo,
  listEmbargoedReleases,
  makeReleaseFile,
  newsroomPaths,
  RELEASE_FORMATS,
  type Release,
  type ReleaseFormat,
  releaseCopy,
} from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { contentDisposition } from '../platform/downloads.js';
import { Gone, NotFound, Refusal } from '../platform/errors.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { privatePage } from '../platform/security-headers.js';
import { fileOpened } from './opening.js';
import { noteOpening } from './opening-repository.js';
import { type Own, ownReleasePage, previewListPage, refusedPreviewPage } from './own-release-page.js';
import { currentViewer, requirePreview } from './require-preview.js';

/** Before the newsroom's own addresses. */
export function previewRoutes(deps: Deps): Router {
  const router = Router();
  const { db, clock } = deps;
  const base = '/press/preview/:token';
  const own = requirePreview(deps);
  router.use(base, privatePage);

  router.get(base, own, async (req, res) => {
    const { request } = currentViewer(req);
    const event = await getEvent(db, request.eventId);
    const releases = await listEmbargoedReleases(db, { now: clock.now(), eventId: event.id });
    const title = inLanguage(event.texts.title, langOf(res));
    await renderPage(res, 'previews/list', previewListPage(ownOf(deps, req, res), title, releases));
  });

  router.get(`${base}/media/:asset/:rendition`, leadToPublicFile(deps), own, sendOwnRendition(deps));
  router.get(`${base}/:year/:file`, leadToPublicPage(deps), own, showOwnRelease(deps));

  router.use(base, explainRefusal);
  return router;
}

/** What everybody may see stands where everybody finds it, whatever became of the personal link. */
function leadToPublicPage({ db, clock }: Deps): RequestHandler {
  return async (req, res, next) => {
    const asked = askedRelease(req, langOf(res));
    if (!asked || !(await findPublicRelease(db, asked, clock.now()))) return next();
    const query = req.originalUrl.split('?')[1];
    res.redirect(303, newsroomPaths.release(asked, asked.format) + (query ? `?${query}` : ''));
  };
}

function leadToPublicFile({ db, clock }: Deps): RequestHandler {
  return async (req, res, next) => {
    const { asset, rendition } = req.params as { asset: string; rendition: string };
    const [found] = await listPublicAssets(db, { now: clock.now(), slugs: [asset] });
    if (!found || !findRendition(found, rendition)) return next();
    res.redirect(303, mediaPaths.file(asset, rendition));
  };
}

function showOwnRelease(deps: Deps): RequestHandler {
  const { baseUrl } = deps.config;
  return async (req, res) => {
    const own = ownOf(deps, req, res);
    const { lang, now } = own;
    const { release, translation, format } = await findOwnRelease(deps, req, lang);
    const { quote } = req.query;
    await noteGet(deps, req, release, format && (quote === undefined ? format : 'quote'));
    const site = { baseUrl, issuer: issuerOf(res, lang), now };
    const copy = releaseCopy(lang, translateFor(res), release, site);
    const { assets, publicAssets } = await ownAssets(deps, release);
    const around = { translation, assets, baseUrl };
    if (!format)
      return renderPage(
        res,
        'newsroom/release',
        ownReleasePage(own, { release, copy, around, publicAssets }),
      );
    const file = await makeReleaseFile({ release, copy, around, format, quote });
    res.set('Content-Disposition', contentDisposition('inline', file.fileName));
    res.setHeader('Content-Type', file.contentType);
    res.send(file.content);
  };
}

/** What will be public together with the release; an embargo of its own that ends later still holds. */
async function ownAssets({ db, clock }: Deps, { assets: slugs, embargoUntil }: Release) {
  const now = clock.now();
  const shown = await listPublicAssets(db, { now: embargoUntil ?? now, slugs });
  const seen = await listPublicAssets(db, { now, slugs });
  return {
    assets: shown.sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug)),
    publicAssets: new Set(seen.map(({ slug }) => slug)),
  };
}

function sendOwnRendition(deps: Deps): RequestHandler {
  const { db, clock, config } = deps;
  return async (req, res, next) => {
    const { asset: slug, rendition: name } = req.params as { asset: string; rendition: string };
    const { request } = currentViewer(req);
    const releases = await listEmbargoedReleases(db, { now: clock.now(), eventId: request.eventId });
    // Those that become free first stand at the top: the last one may show the most.
    const release = releases.findLast(({ assets }) => assets.includes(slug));
    if (!release) throw new NotFound();
    const [asset] = await listPublicAssets(db, { now: release.embargoUntil!, slugs: [slug] });
    const rendition = asset && findRendition(asset, name);
    if (!rendition) throw new NotFound();
    // Small pictures come with the page, and a download in parts is one download.
    if (name !== 'thumb' && /^(bytes=0-.*)?$/.test(req.get('range') ?? ''))
      await noteGet(deps, req, release, fileOpened(slug, name));
    const keep = 'private, no-store, no-transform';
    sendRendition(config, { res, next }, { rendition, updatedAt: asset.updatedAt, keep });
  };
}

/** Whoever asks for the head alone has read nothing. */
async function noteGet(
  { db, clock }: Deps,
  req: Request,
  { id: releaseId }: Release,
  what = 'page',
): Promise<void> {
  if (req.method !== 'GET') return;
  const requestId = currentViewer(req).request.id;
  await noteOpening(db, { requestId, releaseId, what, at: clock.now() });
}

async function findOwnRelease({ db, clock }: Deps, req: Request, lang: Lang) {
  const asked = askedRelease(req, lang);
  if (!asked) throw new NotFound();
  const { eventId } = currentViewer(req).request;
  const releases = await listEmbargoedReleases(db, { now: clock.now(), eventId });
  const isAsked = ({ language, year, slug }: Release) =>
    language === lang && year === asked.year && slug === asked.slug;
  const release = releases.find(isAsked);
  if (release) {
    const isTranslation = ({ pair, language }: Release) => pair === release.pair && language !== lang;
    return { release, translation: releases.find(isTranslation), format: asked.format };
  }
  if (await isWithdrawnUnderEmbargo(db, asked, eventId)) throw new Gone('previews:refused.withdrawn');
  throw new NotFound();
}

interface Asked {
  lang: Lang;
  year: number;
  slug: string;
  format: ReleaseFormat | undefined;
}

function askedRelease(req: Request, lang: Lang): Asked | undefined {
  const { year, file } = req.params as { year: string; file: string };
  const [, slug, ending] = /^([a-z0-9-]+)(?:\.([a-z]+))?$/.exec(file) ?? [];
  const format = RELEASE_FORMATS.find((known) => known === ending);
  if (!slug || !/^\d{4}$/.test(year) || (ending && !format)) return undefined;
  return { lang, year: Number(year), slug, format };
}

function ownOf({ clock }: Deps, req: Request, res: Response): Own {
  const { request, token } = currentViewer(req);
  return { lang: langOf(res), token, person: request, now: clock.now() };
}

/** A refusal here says why, and what is public all the same. */
const explainRefusal: ErrorRequestHandler = async (error, _req, res, next) => {
  if (!(error instanceof Refusal) || res.headersSent) return next(error);
  await renderPage(res, 'previews/refused', refusedPreviewPage(langOf(res), error), error.status);
};
