/** The sitemap for news, one for both languages. */
import { Router } from 'express';
import { listPublicReleases } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { translator } from '../platform/i18n.js';
import { LANGUAGES } from '../platform/languages.js';
import { newsSitemap } from './news-sitemap-feed.js';

const TWO_DAYS = 48 * 3600_000;
/** As many as a news sitemap may name. */
const LIMIT = 1000;

export function newsSitemapRoutes({ reader: db, clock, config }: Deps): Router {
  const router = Router();
  router.get('/news-sitemap.xml', async (_req, res) => {
    const now = clock.now();
    const since = new Date(now.getTime() - TWO_DAYS);
    const releases = await Promise.all(
      LANGUAGES.map((lang) => listPublicReleases(db, { lang, now, since, limit: LIMIT / 2 })),
    );
    const names = { de: translator('de')('layout:portal'), en: translator('en')('layout:portal') };
    res
      .set('Cache-Control', 'no-cache')
      .type('application/xml')
      .send(newsSitemap(releases.flat(), { baseUrl: config.baseUrl, names }));
  });
  return router;
}
