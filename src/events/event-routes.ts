/** The public pages of events; mounted once per language. */
import { type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { langOf, renderShared } from '../platform/render.js';
import { eventCalendar } from './event-ics.js';
import { eventListPage } from './event-list-page.js';
import { eventPage } from './event-page.js';
import { getPublicEvent, listEvents } from './event-repository.js';
import { listProgramme, listSlots } from './programme-repository.js';

export function eventRoutes({ db, clock, config }: Deps): Router {
  const router = Router();

  router.get('/events', async (_req, res) => {
    const events = await listEvents(db, ['published', 'archived']);
    await renderShared(res, 'events/event-list', eventListPage(langOf(res), events, clock.now()));
  });

  router.get('/events/:slug', async (req, res) => {
    const event = await getPublicEvent(db, req.params.slug);
    const [programme, slots] = [await listProgramme(db, event.id), await listSlots(db, event.id)];
    const page = eventPage(
      langOf(res),
      { event, programme, slots },
      { now: clock.now(), baseUrl: config.baseUrl },
    );
    await renderShared(res, 'events/event', page);
  });

  router.get('/events/:slug/event.ics', async (req, res) => {
    const event = await getPublicEvent(db, req.params.slug);
    sendCalendar(res, event.slug, eventCalendar(langOf(res), event, config.baseUrl));
  });

  return router;
}

function sendCalendar(res: Response, name: string, content: string): void {
  res.attachment(`${name}.ics`).type('text/calendar; charset=utf-8').send(content);
}
