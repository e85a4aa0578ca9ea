/** The public side of the newsroom: the list, and behind it each release. */
import { type Request, Router } from 'express';
import { listEvents } from '../events/index.js';
import type { Db } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { type ListChoice, type ListEvent, newsListPage, PAGE_SIZE } from './news-list-page.js';
import { countPublicReleases, listPublicReleases, listReleaseFilters } from './release-repository.js';
import { releaseRoutes } from './release-routes.js';

export function newsroomRoutes(deps: Deps): Router {
  const { reader: db, clock } = deps;
  const router = Router();

  router.get('/press', async (req, res) => {
    const lang = langOf(res);
    const now = clock.now();
    const filters = await listReleaseFilters(db, lang, now);
    const events = await publicEvents(db);
    const choice = readChoice(req, events);
    const wanted = { lang, now, question: choice.q, year: choice.year, eventId: choice.event?.id };
    const total = await countPublicReleases(db, wanted);
    if (choice.page > Math.max(1, Math.ceil(total / PAGE_SIZE))) throw new NotFound();
    const offset = (choice.page - 1) * PAGE_SIZE;
    const releases = await listPublicReleases(db, { ...wanted, limit: PAGE_SIZE, offset });
    const named = events.filter(({ id }) => filters.eventIds.includes(id));
    const found = { releases, total, years: filters.years, events: named };
    res.set('Cache-Control', 'no-cache');
    await renderPage(res, 'newsroom/list', newsListPage(lang, translateFor(res), found, choice));
  });

  router.use(releaseRoutes(deps));
  return router;
}

async function publicEvents(db: Db): Promise<ListEvent[]> {
  const events = await listEvents(db, ['published', 'archived']);
  return events.map(({ id, slug, texts }) => ({ id, slug, title: texts.title }));
}

function readChoice(req: Request, events: ListEvent[]): ListChoice {
  const text = (name: string): string => {
    const value = req.query[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const page = Number(text('page') || 1);
  return {
    q: text('q').slice(0, 200),
    year: /^\d{4}$/.test(text('year')) ? Number(text('year')) : undefined,
    event: events.find(({ slug }) => slug === text('event')),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}
