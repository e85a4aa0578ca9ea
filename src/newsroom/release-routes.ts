/** Each release for everybody: its page, its files, the picture for link previews, and what stays when it is withdrawn. */
import { type Response, Router } from 'express';
import { inOrderOf, listPublicAssets } from '../mediakit/index.js';
import type { Db } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import { sendPublicFile } from '../platform/public-file.js';
import { langOf, renderFacts, renderPage, translateFor } from '../platform/render.js';
import type { ReleaseFormat } from './paths.js';
import { publicVersions, type Release, type Translation, type WithTranslation } from './release.js';
import { releaseCard } from './release-card-png.js';
import { type ReleaseCopy, releaseCopy } from './release-copy-page.js';
import { makeReleaseFile } from './release-file-routes.js';
import { releasePage } from './release-page.js';
import { findPublicRelease, type ReleaseAddress } from './release-repository.js';
import { listVersionMoments } from './release-version-repository.js';
import { findWithdrawnRelease, getPublicRelease } from './withdrawal-repository.js';
import { withdrawnPage } from './withdrawn-page.js';

export function releaseRoutes({ reader: db, clock, config }: Deps): Router {
  const router = Router();
  const { baseUrl } = config;
  const copyFor = (res: Response, release: Release, now: Date): ReleaseCopy => {
    const site = { baseUrl, issuer: issuerOf(res, release.language), now };
    return releaseCopy(release.language, translateFor(res), release, site);
  };

  router.get('/press/:year/:slug', async (req, res, next) => {
    if (req.params.slug.includes('.')) return next();
    const address = releaseAddress(res, req.params);
    const now = clock.now();
    const found = await findPublicRelease(db, address, now);
    res.set('Cache-Control', 'no-cache');
    if (!found) return sendWithdrawn(res, await findWithdrawnRelease(db, address, now));
    const { release, translation } = found;
    const around = {
      translation: translation && translationOf(translation),
      assets: await listAssets(db, release, now),
      versions: release.version > 1 ? publicVersions(release, await listVersionMoments(db, release)) : [],
      baseUrl,
    };
    renderFacts(res, 'newsroom/release', { release, ...around }, () =>
      releasePage(address.lang, translateFor(res), release, copyFor(res, release, now), around),
    );
  });

  router.get('/press/:year/:file', async (req, res) => {
    const [, slug, ending] = /^([a-z0-9-]+)\.(txt|md|pdf|json)$/.exec(req.params.file) ?? [];
    const now = clock.now();
    const found = await getPublicRelease(db, releaseAddress(res, { ...req.params, slug }), now);
    const copy = copyFor(res, found.release, now);
    const format = ending as ReleaseFormat;
    const assets = format === 'json' ? await listAssets(db, found.release, now) : [];
    const around = { ...found, assets, baseUrl };
    const file = await makeReleaseFile({ ...found, copy, around, format, quote: req.query.quote });
    sendPublicFile(res, file, copy.changedAt);
  });

  router.get('/press/:year/:slug/card.png', async (req, res) => {
    const now = clock.now();
    const { release } = await getPublicRelease(db, releaseAddress(res, req.params), now);
    const copy = copyFor(res, release, now);
    sendPublicFile(res, await releaseCard(copy, translateFor(res)('layout:portal')), copy.changedAt);
  });

  return router;
}

/** Throws NotFound for what no release could be called. */
export function releaseAddress(
  res: Response,
  { year, slug = '' }: { year: string; slug?: string | undefined },
): ReleaseAddress {
  if (!/^\d{4}$/.test(year) || !/^[a-z0-9-]+$/.test(slug)) throw new NotFound();
  return { lang: langOf(res), year: Number(year), slug };
}

const translationOf = ({ language, year, slug, title }: Release): Translation => ({
  language,
  year,
  slug,
  title,
});

/** Throws NotFound for what is unknown, a draft or under embargo: all the same, as if it did not exist. */
async function sendWithdrawn(res: Response, found: WithTranslation | undefined): Promise<void> {
  if (!found) throw new NotFound();
  res.set('X-Robots-Tag', 'noindex');
  await renderPage(res, 'newsroom/withdrawn', withdrawnPage(langOf(res), translateFor(res), found));
}

const listAssets = async (db: Db, { assets: slugs }: Release, now: Date) =>
  inOrderOf(slugs, await listPublicAssets(db, { now, slugs }));

/** As it is called in the language of the page; empty where nobody entered it. */
export const issuerOf = (res: Response, lang: Lang): string =>
  (res.locals.operator as { name: Record<Lang, string> } | undefined)?.name[lang] ?? '';
