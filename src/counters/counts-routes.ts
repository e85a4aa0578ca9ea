/** How often pages were opened and files loaded, for the team. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { requireRight } from '../staff/index.js';
import { countsPage, firstDay, PERIODS } from './counts-page.js';
import { listDayCounts, listMostCounted } from './page-count-repository.js';

const MOST = 20;

/** Mounted under `/staff`. */
export function countsRoutes({ db, clock }: Deps): Router {
  const router = Router();
  router.get('/counts', requireRight('newsroom', 'read'), async (req, res) => {
    const days = PERIODS.find((period) => String(period) === req.query.days) ?? PERIODS[0];
    const now = clock.now();
    const from = firstDay(now, days);
    const page = countsPage({
      ...{ t: translateFor(res), lang: langOf(res), now, days },
      counts: await listDayCounts(db, from),
      most: {
        view: await listMostCounted(db, 'view', from, MOST),
        download: await listMostCounted(db, 'download', from, MOST),
      },
    });
    await renderDesk(res, 'counters/counts', page);
  });
  return router;
}
