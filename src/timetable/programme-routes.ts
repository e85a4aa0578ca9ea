/** The programme of an event at the desk: the list, the form of one item, deleting it. */
import { type Request, type Response, Router } from 'express';
import { eventDeskPaths as paths } from '../eventdesk/index.js';
import {
  type Event,
  getEventBySlug,
  getProgrammeItem,
  listProgramme,
  type ProgrammeItem,
} from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { type Entered, enteredOf, type FieldError } from '../platform/form.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { actorOf, currentMember, requireRight } from '../staff/index.js';
import { addProgrammeItem, changeProgrammeItem, removeProgrammeItem } from './change-programme.js';
import { programmePage } from './desk-entries-page.js';
import { readProgrammeItem } from './programme-form.js';
import { deleteEntryPage, enterProgrammeItem, programmeItemPage } from './timetable-edit-page.js';

const mayWrite = requireRight('events', 'write');

export function programmeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/events/:slug/programme', async (req, res) => {
    const event = await getEventBySlug(deps.db, req.params.slug);
    const entries = await listProgramme(deps.db, event.id);
    await renderDesk(res, 'timetable/desk-entries', programmePage(langOf(res), event, entries));
  });

  router.get('/events/:slug/programme/:id', mayWrite, async (req, res) => {
    const { event, entry } = await entryOf(deps, req);
    const state = { entered: enterProgrammeItem(event, entry), errors: [] };
    await renderDesk(res, 'timetable/form', programmeItemPage(langOf(res), { event, entry, state }));
  });

  router.post('/events/:slug/programme/:id', mayWrite, (req, res) => saveEntry(deps, req, res));

  router.get('/events/:slug/programme/:id/delete', mayWrite, async (req, res) => {
    const { event, entry } = await storedOf(deps, req);
    await renderDesk(res, 'timetable/confirm', deleteEntryPage(langOf(res), event, entry));
  });

  router.post('/events/:slug/programme/:id/delete', mayWrite, async (req, res) => {
    const { event, entry } = await storedOf(deps, req);
    await removeProgrammeItem(deps, actorOf(currentMember(req)), event.id, entry.id);
    leaveNotice(req, 'timetable:deleted');
    res.redirect(303, paths.programme(event.slug));
  });

  return router;
}

async function storedOf({ db }: Deps, req: Request): Promise<{ event: Event; entry: ProgrammeItem }> {
  const event = await getEventBySlug(db, String(req.params.slug));
  return { event, entry: await getProgrammeItem(db, event.id, Number(req.params.id) || 0) };
}

/** `new` has no entry yet. */
async function entryOf(
  deps: Deps,
  req: Request,
): Promise<{ event: Event; entry: ProgrammeItem | undefined }> {
  if (req.params.id !== 'new') return storedOf(deps, req);
  return { event: await getEventBySlug(deps.db, String(req.params.slug)), entry: undefined };
}

async function saveEntry(deps: Deps, req: Request, res: Response): Promise<void> {
  const { event, entry } = await entryOf(deps, req);
  const actor = actorOf(currentMember(req));
  const form = await readProgrammeItem(req, event);
  if (!form.ok) return showAgain(res, { event, entry, sent: enteredOf(req), errors: form.errors });
  try {
    const seen = String(enteredOf(req).seen ?? '');
    if (entry) await changeProgrammeItem(deps, actor, { eventId: event.id, id: entry.id, seen }, form.input);
    else await addProgrammeItem(deps, actor, event.id, form.input);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { entry: current } = await entryOf(deps, req);
    return showAgain(res, { event, entry: current, sent: enteredOf(req), overtaken: true });
  }
  leaveNotice(req, 'fields:desk.saved');
  res.redirect(303, paths.programme(event.slug));
}

interface Again {
  event: Event;
  entry: ProgrammeItem | undefined;
  sent: Entered;
  errors?: FieldError[];
  overtaken?: boolean;
}

function showAgain(res: Response, again: Again): Promise<void> {
  const { event, entry, sent, errors = [], overtaken = false } = again;
  const page = programmeItemPage(langOf(res), { event, entry, state: { entered: sent, errors }, overtaken });
  return renderDesk(res, 'timetable/form', page, overtaken ? 409 : 400);
}
