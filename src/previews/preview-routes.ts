/** Releases under embargo behind a personal link: the list, each release as page and file, its pictures and documents. */
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { getEvent } from '../events/index.js';
import { findRendition, listPublicAssets, mediaPaths } from '../mediakit/index.js';
import {
  findPublicRelease,
  issuerOf,
  listEmbargoedReleases,
  makeReleaseFile,
  newsroomPaths,
  RELEASE_FORMATS,
  type ReleaseFormat,
  releaseCopy,
} from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { contentDisposition } from '../platform/downloads.js';
import { NotFound, Refusal } from '../platform/errors.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { privatePage } from '../platform/security-headers.js';
import { findOwnAssets, findOwnRelease } from './find-own-release.js';
import { type Own, ownReleasePage, previewListPage, refusedPreviewPage } from './own-release-page.js';
import { noteGet, sendOwnKit, sendOwnRendition } from './preview-file-routes.js';
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
  router.get(`${base}/:year/:slug.zip`, leadToPublicPage(deps), own, sendOwnKit(deps));
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
    const asked = askedRelease(req, lang);
    if (!asked) throw new NotFound();
    const { eventId } = currentViewer(req).request;
    const { release, translation } = await findOwnRelease(deps, { ...asked, eventId });
    const { format } = asked;
    const { quote } = req.query;
    await noteGet(deps, req, release, format && quote !== undefined ? 'quote' : (format ?? 'page'));
    const site = { baseUrl, issuer: issuerOf(res, lang), now };
    const copy = releaseCopy(lang, translateFor(res), release, site);
    const { assets, publicAssets } = await findOwnAssets(deps, release);
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

interface Asked {
  lang: Lang;
  year: number;
  slug: string;
  format: ReleaseFormat | undefined;
}

function askedRelease(req: Request, lang: Lang): Asked | undefined {
  const { year, file, slug: bare } = req.params as Record<string, string>;
  const [, slug, ending] = /^([a-z0-9-]+)(?:\.([a-z]+))?$/.exec(file ?? bare ?? '') ?? [];
  const format = RELEASE_FORMATS.find((known) => known === ending);
  if (!slug || !/^\d{4}$/.test(year ?? '') || (ending && !format)) return undefined;
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
