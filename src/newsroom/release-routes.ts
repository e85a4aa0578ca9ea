/** Each release for everybody: its page, its files, and the picture for link previews. */
import { type Response, Router } from 'express';
import { listPublicAssets } from '../mediakit/index.js';
import type { Db } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import { sendPublicFile } from '../platform/public-file.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import type { ReleaseFormat } from './paths.js';
import { releaseCard } from './release-card-png.js';
import { releaseCopy } from './release-copy-page.js';
import { makeReleaseFile } from './release-file-routes.js';
import { releasePage } from './release-page.js';
import { findPublicRelease } from './release-repository.js';

export function releaseRoutes({ reader: db, clock, config }: Deps): Router {
  const router = Router();
  const { baseUrl } = config;

  async function read(res: Response, asked: { year: string; slug: string | undefined }) {
    const lang = langOf(res);
    const now = clock.now();
    const { release, translation } = await findRelease(db, lang, asked, now);
    const copy = releaseCopy(lang, translateFor(res), release, { baseUrl, issuer: issuerOf(res, lang), now });
    return { lang, now, release, translation, copy };
  }

  router.get('/press/:year/:file', async (req, res) => {
    const [, slug, ending] = /^([a-z0-9-]+)(?:\.(txt|md|pdf|json))?$/.exec(req.params.file) ?? [];
    const { lang, now, ...found } = await read(res, { year: req.params.year, slug });
    const format = ending as ReleaseFormat | undefined;
    // Only the page and ninjs name pictures.
    const slugs = format && format !== 'json' ? [] : found.release.assets;
    const around = { ...found, assets: await listAssets(db, slugs, now), baseUrl };
    if (format) {
      const file = await makeReleaseFile({ ...found, around, format, quote: req.query.quote });
      return sendPublicFile(res, file, found.copy.changedAt);
    }
    res.set('Cache-Control', 'no-cache');
    const page = releasePage(lang, translateFor(res), found.release, found.copy, around);
    await renderPage(res, 'newsroom/release', page);
  });

  router.get('/press/:year/:slug/card.png', async (req, res) => {
    const { copy } = await read(res, req.params);
    sendPublicFile(res, await releaseCard(copy, translateFor(res)('layout:portal')), copy.changedAt);
  });

  return router;
}

/** Unknown, a draft, withdrawn or under embargo: the same answer, as if it did not exist. */
async function findRelease(db: Db, lang: Lang, asked: { year: string; slug: string | undefined }, now: Date) {
  if (!asked.slug || !/^\d{4}$/.test(asked.year)) throw new NotFound();
  const found = await findPublicRelease(db, { lang, year: Number(asked.year), slug: asked.slug }, now);
  if (!found) throw new NotFound();
  return found;
}

/** In the order in which the release names them. */
async function listAssets(db: Db, slugs: string[], now: Date) {
  const assets = await listPublicAssets(db, { now, slugs });
  return assets.sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug));
}

/** As it is called in the language of the page; empty where nobody entered it. */
export const issuerOf = (res: Response, lang: Lang): string =>
  (res.locals.operator as { name: Record<Lang, string> } | undefined)?.name[lang] ?? '';
