/** How often pages were opened and files loaded, for the team. */
import { Router } from 'express';
import type { Db } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Lang } from '../platform/languages.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { requireRight } from '../staff/index.js';
import { countsPage, firstDay, PERIODS } from './counts-page.js';
import { listDayCounts, listMostCounted } from './page-count-repository.js';

const MOST = 20;

/** What stands at these addresses; told by a floor that knows the features. */
export type NamesOf = (db: Db, lang: Lang, paths: readonly string[]) => Promise<Map<string, string>>;

/** Mounted under `/staff`. */
export function countsRoutes({ db, clock }: Deps, namesOf: NamesOf): Router {
  const router = Router();
  router.get('/counts', requireRight('newsroom', 'read'), async (req, res) => {
    const days = PERIODS.find((period) => String(period) === req.query.days) ?? PERIODS[0];
    const now = clock.now();
    const from = firstDay(now, days);
    const most = {
      view: await listMostCounted(db, 'view', from, MOST),
      download: await listMostCounted(db, 'download', from, MOST),
    };
    const paths = [...most.view, ...most.download].map(({ path }) => path);
    const page = countsPage({
      ...{ t: translateFor(res), lang: langOf(res), now, days, most },
      counts: await listDayCounts(db, from),
      names: await namesOf(db, langOf(res), paths),
    });
    await renderDesk(res, 'counters/counts', page);
  });
  return router;
}
