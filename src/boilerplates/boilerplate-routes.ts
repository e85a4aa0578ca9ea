/** The boilerplates of releases at the desk: the list, the form of one, retiring and offering again. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { entryIdOf, orFasterNotice, seenVersionOf } from '../platform/desk-entry.js';
import { Conflict } from '../platform/errors.js';
import { enteredOf, type FieldError } from '../platform/form.js';
import { OFFERED_STEPS, type OfferedStep } from '../platform/offered.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { actorOf, currentMember, may, requireRight } from '../staff/index.js';
import type { Boilerplate } from './boilerplate.js';
import { readBoilerplate } from './boilerplate-form.js';
import { boilerplatePage, boilerplatesPage, enterBoilerplate } from './boilerplate-page.js';
import { getBoilerplate, listBoilerplates } from './boilerplate-repository.js';
import { addBoilerplate, changeBoilerplate, moveBoilerplate } from './change-boilerplate.js';
import { paths } from './paths.js';

export function boilerplateRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('newsroom', 'write');

  router.get('/boilerplates', requireRight('newsroom', 'read'), async (req, res) => {
    const offered = await listBoilerplates(deps.db, 'offered');
    const retired = await listBoilerplates(deps.db, 'retired');
    const mayWrite = may(currentMember(req).role, 'newsroom', 'write');
    await renderDesk(res, 'boilerplates/list', boilerplatesPage(langOf(res), { offered, retired }, mayWrite));
  });

  router.get('/boilerplates/:id', writes, async (req, res) => {
    const boilerplate = await boilerplateOf(deps, req);
    const state = { entered: boilerplate ? enterBoilerplate(boilerplate) : {}, errors: [] };
    await renderDesk(res, 'boilerplates/form', boilerplatePage(langOf(res), { boilerplate, state }));
  });

  router.post('/boilerplates/:id', writes, (req, res) => saveBoilerplate(deps, req, res));

  for (const step of Object.keys(OFFERED_STEPS) as OfferedStep[])
    router.post(`/boilerplates/:id/${step}`, writes, async (req, res) => {
      const seen = { id: (await storedOf(deps, req)).id, version: seenVersionOf(req) };
      await orFasterNotice(req, 'boilerplates:errors.faster', async () => {
        await moveBoilerplate(deps, actorOf(currentMember(req)), seen, step);
        leaveNotice(req, `boilerplates:notices.${step}`);
      });
      res.redirect(303, paths.list);
    });

  return router;
}

/** Throws NotFound, also for `new`. */
function storedOf({ db }: Deps, req: Request): Promise<Boilerplate> {
  return getBoilerplate(db, entryIdOf(req) ?? 0);
}

/** `new` has no boilerplate yet. */
const boilerplateOf = async (deps: Deps, req: Request): Promise<Boilerplate | undefined> =>
  entryIdOf(req) === undefined ? undefined : storedOf(deps, req);

async function saveBoilerplate(deps: Deps, req: Request, res: Response): Promise<void> {
  const boilerplate = await boilerplateOf(deps, req);
  const actor = actorOf(currentMember(req));
  const form = await readBoilerplate(req);
  if (!form.ok) return showAgain(req, res, { boilerplate, errors: form.errors });
  try {
    if (boilerplate)
      await changeBoilerplate(deps, actor, { id: boilerplate.id, version: seenVersionOf(req) }, form.input);
    else await addBoilerplate(deps, actor, form.input);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showAgain(req, res, { boilerplate: await boilerplateOf(deps, req), overtaken: true });
  }
  leaveNotice(req, 'boilerplates:notices.saved');
  res.redirect(303, paths.list);
}

interface Again {
  boilerplate: Boilerplate | undefined;
  errors?: FieldError[];
  overtaken?: boolean;
}

/** With everything that was typed. */
function showAgain(req: Request, res: Response, { boilerplate, errors = [], overtaken = false }: Again) {
  const state = { entered: enteredOf(req), errors };
  const page = boilerplatePage(langOf(res), { boilerplate, state, overtaken });
  return renderDesk(res, 'boilerplates/form', page, overtaken ? 409 : 400);
}
