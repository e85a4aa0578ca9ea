/** Events at the desk: reading, the list, one event, a draft as the public will see it. */
import { Router } from 'express';
import {
  EVENT_STATES,
  eventPage,
  getEventBySlug,
  listEvents,
  listProgramme,
  listSlots,
} from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import { isLang } from '../platform/languages.js';
import { langOf, renderDesk, renderPage } from '../platform/render.js';
import { requireRight } from '../staff/index.js';
import { deskEventPage, deskEventsPage } from './desk-event-page.js';
import { eventEditRoutes } from './event-edit-routes.js';
import { paths } from './paths.js';

/** Mounted under `/staff`, behind signing in. */
export function deskEventRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/events', requireRight('events', 'read'));
  router.use(readingRoutes(deps), eventEditRoutes(deps));
  return router;
}

function readingRoutes({ db, clock, config }: Deps): Router {
  const router = Router();

  router.get('/events', async (_req, res) => {
    const events = await listEvents(db, EVENT_STATES);
    await renderDesk(res, 'eventdesk/desk-events', deskEventsPage(langOf(res), events, clock.now()));
  });

  router.get('/events/:slug', async (req, res, next) => {
    if (req.params.slug === 'new') return next();
    const event = await getEventBySlug(db, req.params.slug);
    await renderDesk(res, 'eventdesk/desk-event', deskEventPage(langOf(res), event, clock.now()));
  });

  /** A draft as the public will see it. */
  router.get('/events/:slug/preview/:lang', async (req, res) => {
    if (!isLang(req.params.lang)) throw new NotFound();
    const event = await getEventBySlug(db, req.params.slug);
    const [programme, slots] = [await listProgramme(db, event.id), await listSlots(db, event.id)];
    res.locals.lang = req.params.lang;
    const shown = eventPage(
      req.params.lang,
      { event, programme, slots },
      { now: clock.now(), baseUrl: config.baseUrl },
    );
    const page = { ...shown, crumbs: [], preview: paths.deskEvent(event.slug) };
    await renderPage(res, 'events/event', page);
  });

  return router;
}
