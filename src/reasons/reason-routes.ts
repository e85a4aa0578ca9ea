/** The catalogue of reasons at the desk: the list, the form of one, its order, retiring and offering again. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { entryIdOf, orFasterNotice, seenVersionOf } from '../platform/desk-entry.js';
import { Conflict, NotFound } from '../platform/errors.js';
import { enteredOf, type FieldError, textOf } from '../platform/form.js';
import { OFFERED_STEPS, type OfferedStep } from '../platform/offered.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { actorOf, currentMember, may, requireRight } from '../staff/index.js';
import { addReason, changeReason, moveReason, shiftReason } from './change-reason.js';
import { paths } from './paths.js';
import { type Reason, WITH_REASON } from './reason.js';
import { readReason } from './reason-form.js';
import { enterReason, reasonPage, reasonsPage } from './reason-page.js';
import { getReason, readCatalogue } from './reason-repository.js';

export function reasonRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('settings', 'write');

  router.get('/reasons', requireRight('settings', 'read'), async (req, res) => {
    const mayWrite = may(currentMember(req).role, 'settings', 'write');
    const page = reasonsPage(langOf(res), await readCatalogue(deps.db), mayWrite);
    await renderDesk(res, 'reasons/list', page);
  });

  router.get('/reasons/:id', writes, async (req, res) => {
    const reason = await reasonOf(deps, req);
    const state = { entered: reason ? enterReason(reason) : {}, errors: [] };
    await renderDesk(res, 'reasons/form', reasonPage(langOf(res), { reason, state }));
  });

  router.post('/reasons/:id', writes, (req, res) => saveReason(deps, req, res));

  for (const step of Object.keys(OFFERED_STEPS) as OfferedStep[])
    router.post(`/reasons/:id/${step}`, writes, async (req, res) => {
      const seen = { id: (await storedOf(deps, req)).id, version: seenVersionOf(req) };
      await orFasterNotice(req, 'reasons:errors.faster', async () => {
        await moveReason(deps, actorOf(currentMember(req)), seen, step);
        leaveNotice(req, `reasons:notices.${step}`);
      });
      res.redirect(303, paths.list);
    });

  router.post('/reasons/:id/shift', writes, async (req, res) => {
    const { id } = await storedOf(deps, req);
    const entered = enteredOf(req);
    const decision = WITH_REASON.find((known) => known === textOf(entered, 'decision'));
    if (!decision) throw new NotFound();
    const position = Number(textOf(entered, 'position'));
    const up = textOf(entered, 'direction') === 'up';
    await orFasterNotice(req, 'reasons:errors.faster', () =>
      shiftReason(deps, actorOf(currentMember(req)), { id, decision, position, up }),
    );
    res.redirect(303, `${paths.list}#h-${decision}`);
  });
  return router;
}

/** Throws NotFound, also for `new`. */
function storedOf({ db }: Deps, req: Request): Promise<Reason> {
  return getReason(db, entryIdOf(req) ?? 0);
}

/** `new` has no reason yet. */
const reasonOf = async (deps: Deps, req: Request): Promise<Reason | undefined> =>
  entryIdOf(req) === undefined ? undefined : storedOf(deps, req);

async function saveReason(deps: Deps, req: Request, res: Response): Promise<void> {
  const reason = await reasonOf(deps, req);
  const actor = actorOf(currentMember(req));
  const form = await readReason(req, reason?.key);
  if (!form.ok) return showAgain(req, res, { reason, errors: form.errors });
  try {
    const saved = reason
      ? await changeReason(deps, actor, { id: reason.id, version: seenVersionOf(req) }, form.input)
      : await addReason(deps, actor, form.input);
    if (!saved) return showAgain(req, res, { reason, errors: [takenError(reason)] });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showAgain(req, res, { reason: await reasonOf(deps, req), overtaken: true });
  }
  leaveNotice(req, 'reasons:notices.saved');
  res.redirect(303, paths.list);
}

const takenError = (reason: Reason | undefined): FieldError => ({
  field: reason ? 'decisions' : 'key',
  message: reason ? 'reasons:errors.decisionTaken' : 'reasons:errors.keyTaken',
});

interface Again {
  reason: Reason | undefined;
  errors?: FieldError[];
  overtaken?: boolean;
}

/** With everything that was typed. */
function showAgain(req: Request, res: Response, { reason, errors = [], overtaken = false }: Again) {
  const entered = { ...enteredOf(req), ...(reason ? { key: reason.key } : {}) };
  const page = reasonPage(langOf(res), { reason, state: { entered, errors }, overtaken });
  return renderDesk(res, 'reasons/form', page, overtaken ? 409 : 400);
}
