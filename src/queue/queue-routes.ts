/** The queue of requests. */
import { type Request, type Response, Router } from 'express';
import { listEvents } from '../events/index.js';
import { listRelatedTo } from '../hints/index.js';
import type { Deps } from '../platform/deps.js';
import { enteredOf, textOf } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { listSavedFilters } from '../search/index.js';
import { currentMember, may } from '../staff/index.js';
import { COUNT_LIMIT } from './count-repository.js';
import { type Filters, readFilters } from './filters.js';
import { listReviewers } from './list-reviewers.js';
import { countAround } from './option-counts-repository.js';
import { offeredFor } from './options.js';
import { type QueueFacts, queuePage, type UndoBar } from './queue-page.js';
import { findPlace, listQueue } from './queue-repository.js';
import { readRowFacts } from './queue-rows-repository.js';
import { savedFilterRoutes } from './saved-filter-routes.js';

const PAGE_SIZE = 25;

/** Why the list comes again: a name that was not taken, or ticks with which nothing can be done. */
export type QueueRefusal = Pick<QueueFacts, 'refusedName' | 'refusedTicks'>;

/** What can be undone on the page that follows a decision. */
type ReadUndoBar = (deps: Deps, req: Request, res: Response) => Promise<UndoBar | undefined>;

export function queueRoutes(deps: Deps, readUndoBar: ReadUndoBar): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const undo = may(currentMember(req).role, 'requests', 'write')
      ? await readUndoBar(deps, req, res)
      : undefined;
    await renderDesk(res, 'queue/queue', queuePage({ ...(await readQueue(deps, req, res)), undo }));
  });
  const refuse = (req: Request, res: Response, refusedName: QueueFacts['refusedName']) =>
    showRefusal(deps, req, res, { refusedName });
  router.use('/views', savedFilterRoutes(deps, refuse));
  return router;
}

/** The list once more, with what was wrong with its form. */
export async function showRefusal(
  deps: Deps,
  req: Request,
  res: Response,
  refusal: QueueRefusal,
): Promise<void> {
  const page = queuePage({ ...(await readQueue(deps, req, res)), ...refusal });
  await renderDesk(res, 'queue/queue', page, 400);
}

async function readQueue(deps: Deps, req: Request, res: Response): Promise<QueueFacts> {
  const { db, clock } = deps;
  const member = currentMember(req);
  const filters = filtersOf(req);
  const asker = { memberId: member.id, now: clock.now() };
  const wanted = typeof req.query.after === 'string' ? req.query.after : '';
  const after = wanted ? await findPlace(db, wanted) : undefined;
  const saved = await listSavedFilters(db, member.id);
  const events = await listEvents(db, ['draft', 'published', 'archived']);
  const reviewers = await listReviewers(db);
  const offer = offeredFor(filters, { events, reviewers, saved });
  const { tabs, offered } = await countAround(db, filters, asker, offer);
  const rows = await listQueue(db, filters, asker, { after, limit: PAGE_SIZE + 1 });
  const items = rows.slice(0, PAGE_SIZE);
  const ids = items.map(({ id }) => id);
  return {
    t: translateFor(res),
    lang: langOf(res),
    now: asker.now,
    member,
    filters,
    counts: tabs,
    offered,
    found: tabs[filters.tab],
    countLimit: COUNT_LIMIT,
    saved,
    items,
    more: rows.length > PAGE_SIZE,
    after: after && wanted,
    choose: textOf(enteredOf(req), 'scope') || req.query.choose,
    events,
    reviewers,
    ...(await readRowFacts(db, ids, { memberId: member.id, realNow: deps.realClock.now() })),
    related: await listRelatedTo(db, ids),
  };
}

/** A form of the queue brings along the filters it was sent from, as a field or in its address. */
function filtersOf(req: Request): Filters {
  const query = textOf(enteredOf(req), 'query');
  return readFilters(query ? Object.fromEntries(new URLSearchParams(query)) : req.query);
}
