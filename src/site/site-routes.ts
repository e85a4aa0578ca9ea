/** Home and the pages that belong to no feature. */
import { type Response, Router } from 'express';
import { listUpcomingEvents } from '../events/index.js';
import { listPublicThumbs } from '../mediakit/index.js';
import { listHeadlines } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { langOf, renderShared, translateFor } from '../platform/render.js';
import { homePage } from './home-page.js';
import { easyLanguagePage, type LegalFacts, legalPage } from './legal-page.js';
import { LEGAL_PAGES, paths } from './paths.js';

export function siteRoutes({ reader: db, clock, config }: Deps): Router {
  const router = Router();

  router.get('/', async (_req, res) => {
    const now = clock.now();
    const [events, releases, thumbs] = await Promise.all([
      listUpcomingEvents(db, now),
      listHeadlines(db, { lang: langOf(res), now, limit: 3 }),
      listPublicThumbs(db, now, 30),
    ]);
    const facts = { now, events, releases, thumbs, operator: res.locals.operator, baseUrl: config.baseUrl };
    await renderShared(res, 'site/home', homePage(langOf(res), translateFor(res), facts));
  });

  const factsFor = (res: Response): LegalFacts => ({
    operator: res.locals.operator,
    baseUrl: config.baseUrl,
    fallbackEmail: config.pressOfficeEmail,
    production: config.production,
  });

  for (const name of LEGAL_PAGES) {
    router.get(`/${name}`, async (_req, res) => {
      const events = name === 'privacy' ? await listUpcomingEvents(db, clock.now()) : [];
      await renderShared(res, 'site/legal', legalPage(langOf(res), name, { ...factsFor(res), events }));
    });
  }

  router.get('/easy-language', async (_req, res) => {
    if (langOf(res) !== 'de') return res.redirect(302, paths.easyLanguage);
    await renderShared(res, 'site/legal', easyLanguagePage(factsFor(res)));
  });

  return router;
}
