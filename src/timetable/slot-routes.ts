/** The press slots of an event at the desk: the list, the form of one slot, deleting it. */
import { type Request, type Response, Router } from 'express';
import { eventDeskPaths as paths } from '../eventdesk/index.js';
import { type Event, getEventBySlug, getSlot, listSlots, type Slot } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { type Entered, enteredOf, type FieldError } from '../platform/form.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { actorOf, currentMember, requireRight } from '../staff/index.js';
import { addSlot, changeSlot, removeSlot } from './change-slots.js';
import { slotsPage } from './desk-entries-page.js';
import { readSlot } from './slot-form.js';
import { deleteEntryPage, enterSlot, slotPage } from './timetable-edit-page.js';

const mayWrite = requireRight('events', 'write');

export function slotRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/events/:slug/slots', async (req, res) => {
    const event = await getEventBySlug(deps.db, req.params.slug);
    const entries = await listSlots(deps.db, event.id);
    await renderDesk(res, 'timetable/desk-entries', slotsPage(langOf(res), event, entries));
  });

  router.get('/events/:slug/slots/:id', mayWrite, async (req, res) => {
    const { event, entry } = await entryOf(deps, req);
    const state = { entered: enterSlot(event, entry), errors: [] };
    await renderDesk(res, 'timetable/form', slotPage(langOf(res), { event, entry, state }));
  });

  router.post('/events/:slug/slots/:id', mayWrite, (req, res) => saveEntry(deps, req, res));

  router.get('/events/:slug/slots/:id/delete', mayWrite, async (req, res) => {
    const { event, entry } = await storedOf(deps, req);
    await renderDesk(res, 'timetable/confirm', deleteEntryPage(langOf(res), event, entry));
  });

  router.post('/events/:slug/slots/:id/delete', mayWrite, async (req, res) => {
    const { event, entry } = await storedOf(deps, req);
    await removeSlot(deps, actorOf(currentMember(req)), event.id, entry.id);
    leaveNotice(req, 'timetable:deleted');
    res.redirect(303, paths.slots(event.slug));
  });

  return router;
}

async function storedOf({ db }: Deps, req: Request): Promise<{ event: Event; entry: Slot }> {
  const event = await getEventBySlug(db, String(req.params.slug));
  return { event, entry: await getSlot(db, event.id, Number(req.params.id) || 0) };
}

/** `new` has no entry yet. */
async function entryOf(deps: Deps, req: Request): Promise<{ event: Event; entry: Slot | undefined }> {
  if (req.params.id !== 'new') return storedOf(deps, req);
  return { event: await getEventBySlug(deps.db, String(req.params.slug)), entry: undefined };
}

async function saveEntry(deps: Deps, req: Request, res: Response): Promise<void> {
  const { event, entry } = await entryOf(deps, req);
  const actor = actorOf(currentMember(req));
  const form = await readSlot(req, event);
  if (!form.ok) return showAgain(res, { event, entry, sent: enteredOf(req), errors: form.errors });
  try {
    const seen = String(enteredOf(req).seen ?? '');
    if (entry) await changeSlot(deps, actor, { eventId: event.id, id: entry.id, seen }, form.input);
    else await addSlot(deps, actor, event.id, form.input);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { entry: current } = await entryOf(deps, req);
    return showAgain(res, { event, entry: current, sent: enteredOf(req), overtaken: true });
  }
  leaveNotice(req, 'fields:desk.saved');
  res.redirect(303, paths.slots(event.slug));
}

interface Again {
  event: Event;
  entry: Slot | undefined;
  sent: Entered;
  errors?: FieldError[];
  overtaken?: boolean;
}

function showAgain(res: Response, again: Again): Promise<void> {
  const { event, entry, sent, errors = [], overtaken = false } = again;
  const page = slotPage(langOf(res), { event, entry, state: { entered: sent, errors }, overtaken });
  return renderDesk(res, 'timetable/form', page, overtaken ? 409 : 400);
}
