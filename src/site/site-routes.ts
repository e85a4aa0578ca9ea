/** Home and the pages that belong to no feature. */
import { Router } from 'express';
import { listUpcomingEvents } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { homePage } from './home-page.js';

export function siteRoutes({ db, clock, config }: Deps): Router {
  const router = Router();

  router.get('/', async (_req, res) => {
    const now = clock.now();
    const events = await listUpcomingEvents(db, now);
    const facts = { now, events, operator: res.locals.operator, baseUrl: config.baseUrl };
    // What stands here changes by the minute: keep it, but ask each time.
    res.set('Cache-Control', 'no-cache');
    await renderPage(res, 'site/home', homePage(langOf(res), translateFor(res), facts));
  });

  return router;
}
