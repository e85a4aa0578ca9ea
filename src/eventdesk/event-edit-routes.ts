/** The team creates events, copies, changes, publishes and archives them. */
import { type Request, type Response, Router } from 'express';
import { type EventName, getEventBySlug } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict, NotFound } from '../platform/errors.js';
import { enteredOf, type FieldError } from '../platform/form.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { actorOf, currentMember, requireRight } from '../staff/index.js';
import { changeEvent } from './change-event.js';
import { copyEvent } from './copy-event.js';
import { readCopy } from './copy-form.js';
import { createEvent } from './create-event.js';
import { copyEventPage, editEventPage, enterEvent, newEventPage } from './event-edit-page.js';
import { readEvent } from './event-form.js';
import { hasFixedNames, isEventStep } from './lifecycle.js';
import { moveEvent } from './move-event.js';
import { paths } from './paths.js';

const mayWrite = requireRight('events', 'write');

export function eventEditRoutes(deps: Deps): Router {
  const router = Router();
  router.use(creatingRoutes(deps), changingRoutes(deps));
  return router;
}

function creatingRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/events/new', mayWrite, async (_req, res) => {
    const entered = { undoDelayMinutes: '5' };
    await renderDesk(res, 'eventdesk/form', newEventPage(langOf(res), { entered, errors: [] }));
  });

  router.post('/events/new', mayWrite, async (req, res) => {
    const again = (errors: FieldError[]) =>
      renderDesk(res, 'eventdesk/form', newEventPage(langOf(res), { entered: enteredOf(req), errors }), 400);
    const form = await readEvent(req);
    if (!form.ok) return again(form.errors);
    const saved = await createEvent(deps, actorOf(currentMember(req)), form.input);
    if (!saved.ok) return again(takenErrors(saved.taken));
    leaveNotice(req, 'eventdesk:created');
    res.redirect(303, paths.deskEvent(saved.event.slug));
  });

  router.get('/events/:slug/copy', mayWrite, async (req, res) => {
    const event = await getEventBySlug(deps.db, String(req.params.slug));
    await renderDesk(res, 'eventdesk/form', copyEventPage(langOf(res), event, { entered: {}, errors: [] }));
  });

  router.post('/events/:slug/copy', mayWrite, async (req, res) => {
    const event = await getEventBySlug(deps.db, String(req.params.slug));
    const again = (errors: FieldError[]) =>
      renderDesk(
        res,
        'eventdesk/form',
        copyEventPage(langOf(res), event, { entered: enteredOf(req), errors }),
        400,
      );
    const form = await readCopy(req);
    if (!form.ok) return again(form.errors);
    const saved = await copyEvent(deps, actorOf(currentMember(req)), event.slug, form.input);
    if (!saved.ok) return again(takenErrors(saved.taken));
    leaveNotice(req, 'eventdesk:copied');
    res.redirect(303, paths.editEvent(saved.event.slug));
  });

  return router;
}

function changingRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/events/:slug/edit', mayWrite, async (req, res) => {
    const event = await getEventBySlug(deps.db, String(req.params.slug));
    const state = { entered: enterEvent(event), errors: [] };
    await renderDesk(res, 'eventdesk/form', editEventPage(langOf(res), event, state));
  });

  router.post('/events/:slug/edit', mayWrite, (req, res) => saveEvent(deps, req, res));

  router.post('/events/:slug/state', mayWrite, async (req, res) => {
    const { step, version } = enteredOf(req);
    const slug = String(req.params.slug);
    if (!isEventStep(step)) throw new NotFound();
    await moveEvent(deps, actorOf(currentMember(req)), { slug, version: Number(version) || 0 }, step);
    leaveNotice(req, `eventdesk:steps.${step}.done`);
    res.redirect(303, paths.deskEvent(slug));
  });

  return router;
}

async function saveEvent(deps: Deps, req: Request, res: Response): Promise<void> {
  const event = await getEventBySlug(deps.db, String(req.params.slug));
  const version = Number(enteredOf(req).version) || 0;
  const again = async (status: number, errors: FieldError[], overtaken = false) => {
    const current = overtaken ? await getEventBySlug(deps.db, event.slug) : { ...event, version };
    const page = editEventPage(langOf(res), current, { entered: enteredOf(req), errors }, { overtaken });
    await renderDesk(res, 'eventdesk/form', page, status);
  };
  const form = await readEvent(req, hasFixedNames(event.state) ? event : undefined);
  if (!form.ok) return again(400, form.errors);
  try {
    const seen = { slug: event.slug, version };
    const saved = await changeEvent(deps, actorOf(currentMember(req)), seen, form.input);
    if (!saved.ok) return again(400, takenErrors(saved.taken));
    leaveNotice(req, 'fields:desk.saved');
    res.redirect(303, paths.deskEvent(saved.event.slug));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    await again(409, [], true);
  }
}

const takenErrors = (taken: readonly EventName[]): FieldError[] =>
  taken.map((field) => ({ field, message: `eventdesk:form.errors.${field}Taken` }));
