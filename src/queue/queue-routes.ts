/** The queue of requests. */
import { type Request, type Response, Router } from 'express';
import { listEvents } from '../events/index.js';
import { listRelatedTo } from '../hints/index.js';
import type { Deps } from '../platform/deps.js';
import { enteredOf, textOf } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { listSavedFilters } from '../search/index.js';
import { currentMember, may } from '../staff/index.js';
import { COUNT_LIMIT, countTabs } from './count-repository.js';
import { type Filters, readFilters } from './filters.js';
import { listReviewers } from './list-reviewers.js';
import { type QueueFacts, queuePage, type UndoBar } from './queue-page.js';
import { findPlace, listQueue } from './queue-repository.js';
import { readRowFacts } from './queue-rows-repository.js';
import { savedFilterRoutes } from './saved-filter-routes.js';

const PAGE_SIZE = 25;

/** What can be undone on the page that follows a decision. */
type ReadUndoBar = (deps: Deps, req: Request, res: Response) => Promise<UndoBar | undefined>;

export function queueRoutes(deps: Deps, readUndoBar: ReadUndoBar): Router {
  const router = Router();
  const show = async (req: Request, res: Response, refused?: QueueFacts['refusedName']) => {
    const undo = may(currentMember(req).role, 'requests', 'write')
      ? await readUndoBar(deps, req, res)
      : undefined;
    const page = queuePage({ ...(await readQueue(deps, req, res)), undo, refusedName: refused });
    await renderDesk(res, 'queue/queue', page, refused ? 400 : 200);
  };
  router.get('/', (req, res) => show(req, res));
  router.use('/views', savedFilterRoutes(deps, show));
  return router;
}

async function readQueue(
  deps: Deps,
  req: Request,
  res: Response,
): Promise<Omit<QueueFacts, 'undo' | 'refusedName'>> {
  const { db, clock } = deps;
  const member = currentMember(req);
  const filters = filtersOf(req);
  const asker = { memberId: member.id, now: clock.now() };
  const wanted = typeof req.query.after === 'string' ? req.query.after : '';
  const after = wanted ? await findPlace(db, wanted) : undefined;
  const counts = await countTabs(db, filters, asker);
  const rows = await listQueue(db, filters, asker, { after, limit: PAGE_SIZE + 1 });
  const items = rows.slice(0, PAGE_SIZE);
  const ids = items.map(({ id }) => id);
  return {
    t: translateFor(res),
    lang: langOf(res),
    now: asker.now,
    member,
    filters,
    counts,
    found: counts[filters.tab],
    countLimit: COUNT_LIMIT,
    saved: await listSavedFilters(db, member.id),
    items,
    more: rows.length > PAGE_SIZE,
    after: after && wanted,
    choose: req.query.choose,
    events: await listEvents(db, ['draft', 'published', 'archived']),
    reviewers: await listReviewers(db),
    ...(await readRowFacts(db, ids, { memberId: member.id, realNow: deps.realClock.now() })),
    related: await listRelatedTo(db, ids),
  };
}

/** A form of the queue brings along the filters it was sent from. */
const filtersOf = (req: Request): Filters =>
  readFilters(
    req.method === 'GET'
      ? req.query
      : Object.fromEntries(new URLSearchParams(textOf(enteredOf(req), 'query'))),
  );
