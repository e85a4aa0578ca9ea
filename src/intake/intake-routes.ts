/** Taking requests in at the desk. */
import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { findLiveRequest } from '../accreditation/index.js';
import { type Event, findEventBySlug, listEvents, listSlots, type Slot } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { type Entered, enteredOf, type FieldError, textOf } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice, requireSessionTokenInMultipart } from '../platform/session.js';
import { readMultipart } from '../platform/uploads.js';
import { currentMember, requireRight } from '../staff/index.js';
import { readIntake } from './intake-form.js';
import { chooseEventPage, intakePage } from './intake-page.js';
import { paths } from './paths.js';
import { takeInRequest } from './take-in-request.js';

/** Mounted under `/staff`, before the requests themselves. */
export function intakeRoutes(deps: Deps): Router {
  const router = Router();
  const mayWrite = requireRight('requests', 'write');

  router.get('/requests/new', mayWrite, async (req, res) => {
    const events = (await listEvents(deps.db, ['published'])).filter((event) => isAhead(deps, event));
    const chosen = events.find(({ slug }) => slug === req.query.event) ?? onlyOne(events);
    if (chosen) return showForm(deps, res, chosen, { status: 200, entered: {}, errors: [] });
    const page = chooseEventPage(translateFor(res), langOf(res), events);
    await renderDesk(res, 'intake/choose-event', page);
  });

  router.post(
    '/requests/new',
    mayWrite,
    readMultipart('proofFile'),
    requireSessionTokenInMultipart,
    (req, res) => takeIn(deps, req, res),
  );

  return router;
}

const isAhead = ({ clock }: Deps, { endsAt }: Event): boolean => endsAt > clock.now();
const takesIn = (deps: Deps, event: Event): boolean => event.state === 'published' && isAhead(deps, event);
const onlyOne = (events: readonly Event[]): Event | undefined =>
  events.length === 1 ? events[0] : undefined;

async function takeIn(deps: Deps, req: Request, res: Response): Promise<void> {
  const event = await findEventBySlug(deps.db, textOf(enteredOf(req), 'event'));
  if (!event) throw new Conflict('intake:errors.over');
  // It ended or was archived while somebody typed: what was typed is not lost.
  if (!takesIn(deps, event))
    return showForm(deps, res, event, { status: 409, entered: enteredOf(req), errors: [] });
  const slots = await listSlots(deps.db, event.id);
  const form = await readIntake(req, { event, slots });
  if (!form.ok) return showForm(deps, res, event, form, slots);
  try {
    const { reference } = await takeInRequest(deps, { ...form, event, by: currentMember(req) });
    leaveNotice(req, 'intake:done', { reference });
    res.redirect(303, paths.request(reference));
  } catch (refusal) {
    const live = refusal instanceof Conflict && (await findLiveRequest(deps.db, event.id, form.input.email));
    if (!live) throw refusal;
    const message = { key: 'intake:errors.known', values: { reference: live.reference } };
    const errors = [{ field: 'email', message }];
    await showForm(deps, res, event, { status: 409, entered: enteredOf(req), errors }, slots);
  }
}

interface Shown {
  status: number;
  entered: Entered;
  errors: FieldError[];
}

/** With everything that was typed, and the number of the form it was typed into. */
async function showForm(
  { db, clock }: Deps,
  res: Response,
  event: Event,
  { status, entered, errors }: Shown,
  known?: readonly Slot[],
): Promise<void> {
  const slots = known ?? (await listSlots(db, event.id));
  const nonce = textOf(entered, 'nonce') || randomUUID();
  const facts = { t: translateFor(res), lang: langOf(res), event, slots, now: clock.now(), nonce };
  await renderDesk(res, 'intake/form', intakePage(facts, { entered, errors }), status);
}
