/** The press list at the desk: figures and mailings for the newsroom; one address by itself for whoever calls. */
import { type Request, type Response, Router } from 'express';
import { emailChain } from '../accreditation/index.js';
import { EVENT_STATES, listEvents } from '../events/index.js';
import { findRelease } from '../newsroom/index.js';
import { addDays } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { idOf } from '../platform/desk-entry.js';
import { readForm, showErrors } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { currentMember, may, requireRight } from '../staff/index.js';
import { alertsDeskPage, type Facts, type Search, SINCE_DAYS } from './alerts-desk-page.js';
import { deleteForCaller, resumeForCaller } from './forget-subscriber.js';
import { countUnderWay, countWishes, listLastErrors, readFigures } from './list-figures-repository.js';
import { listMailings } from './mailing-repository.js';
import type { DeskReading } from './mailing-row-page.js';
import { paths } from './paths.js';
import { resendFailed } from './resend-failed.js';
import { findSubscriberByEmail, listPaused } from './subscriber-repository.js';

const MAILINGS = 30;
const PAUSED = 50;

/** For members only: mount it behind `requireMember`, before the routes of single releases. */
export function alertsDeskRoutes(deps: Deps): Router {
  const router = Router();
  const read = requireRight('newsroom', 'read');
  const write = requireRight('newsroom', 'write');

  router.get('/releases/alerts', read, (req, res) => show(deps, req, res));

  /** A POST, so that the address stands in no log and no history. */
  router.post('/releases/alerts/find', write, async (req, res) => {
    const form = await readForm<{ email: string }>(req, [emailChain()]);
    if (!form.ok) {
      const errors = showErrors(translateFor(res), form.errors);
      return show(deps, req, res, { entered: form.entered, errors });
    }
    const subscriber = (await findSubscriberByEmail(deps.db, form.input.email)) ?? null;
    await show(deps, req, res, { entered: { email: form.input.email }, subscriber });
  });

  router.post('/releases/alerts/mailings/:id/resend', write, async (req, res) => {
    const letters = await resendFailed(deps, idOf(req), currentMember(req));
    leaveNotice(req, 'alerts:desk.resent', { letters: String(letters) });
    res.redirect(303, paths.desk);
  });

  router.post('/releases/alerts/:id/delete', write, async (req, res) => {
    const done = await deleteForCaller(deps, idOf(req), currentMember(req));
    leaveNotice(req, done ? 'alerts:desk.deleted' : 'alerts:desk.goneAlready');
    res.redirect(303, paths.desk);
  });

  router.post('/releases/alerts/:id/resume', write, async (req, res) => {
    const done = await resumeForCaller(deps, idOf(req), currentMember(req));
    leaveNotice(req, done ? 'alerts:desk.resumed' : 'alerts:desk.goneAlready');
    res.redirect(303, paths.desk);
  });

  return router;
}

async function show(deps: Deps, req: Request, res: Response, search: Search = {}): Promise<void> {
  const writes = may(currentMember(req).role, 'newsroom', 'write');
  const reading: DeskReading = { t: translateFor(res), lang: langOf(res), writes };
  const page = alertsDeskPage(reading, await readFacts(deps, writes), search);
  await renderDesk(res, 'alerts/desk', page, search.errors ? 400 : 200);
}

async function readFacts({ db, clock }: Deps, writes: boolean): Promise<Facts> {
  const mailings = await listMailings(db, MAILINGS);
  const ids = mailings.map(({ id }) => id);
  const underWay = await countUnderWay(db, ids);
  const errors = await listLastErrors(db, ids);
  const releases = new Map<number, Awaited<ReturnType<typeof findRelease>>>();
  for (const { releaseId } of mailings)
    if (!releases.has(releaseId)) releases.set(releaseId, await findRelease(db, releaseId));
  return {
    events: await listEvents(db, EVENT_STATES),
    figures: await readFigures(db, addDays(clock.now(), -SINCE_DAYS)),
    wishes: await countWishes(db),
    mailings: mailings.map((mailing) => ({
      mailing,
      release: releases.get(mailing.releaseId),
      underWay: underWay.get(mailing.id) ?? 0,
      lastError: errors.get(mailing.id) ?? '',
    })),
    paused: writes ? await listPaused(db, PAUSED) : [],
  };
}
