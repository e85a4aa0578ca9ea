/** Each version of a release for everybody, under an address that stays; search engines are led to the newest. */
import { Router } from 'express';
import {
  getPublicRelease,
  issuerOf,
  listVersions,
  newsroomPaths,
  publicVersions,
  releaseAddress,
} from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import { renderPage, translateFor } from '../platform/render.js';
import { publicVersionPage } from './public-version-page.js';

export function versionRoutes({ reader: db, clock, config }: Deps): Router {
  const router = Router();

  router.get('/press/:year/:slug/versions', async (req, res) => {
    const { release } = await getPublicRelease(db, releaseAddress(res, req.params), clock.now());
    res.redirect(302, newsroomPaths.version(release, release.version));
  });

  router.get('/press/:year/:slug/versions/:number', async (req, res) => {
    const { lang, ...address } = releaseAddress(res, req.params);
    const now = clock.now();
    const { release, translation } = await getPublicRelease(db, { lang, ...address }, now);
    const versions = publicVersions(release, await listVersions(db, release));
    const at = versions.findIndex(({ version }) => String(version) === req.params.number);
    if (at < 0) throw new NotFound();
    const site = { baseUrl: config.baseUrl, issuer: issuerOf(res, lang), now };
    res.set({ 'Cache-Control': 'no-cache', 'X-Robots-Tag': 'noindex' });
    const page = publicVersionPage(translateFor(res), { release, translation, versions, at, site });
    await renderPage(res, 'versions/version', page);
  });

  return router;
}
