/** The steps of a release, each confirmed on a page of its own, and the change of an embargo. */
import { type Request, type Response, Router } from 'express';
import { releasedAt } from '../newsroom/index.js';
import { formatMoment } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { Conflict, NotFound } from '../platform/errors.js';
import { enteredOf, type FieldError } from '../platform/form.js';
import { enterMoment } from '../platform/moments.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import {
  changeEmbargo,
  isStep,
  moveRelease,
  Overtaken,
  removeRelease,
  type Step,
  stateAt,
} from '../releaselife/index.js';
import { currentMember, requireRight } from '../staff/index.js';
import { boundAssets } from './attachment-page.js';
import { paths } from './paths.js';
import { editorOf, seenOf, siteOf } from './show-editor-routes.js';
import { alongOf, readEmbargo, readNote } from './step-form.js';
import { embargoPage, stepPage } from './step-page.js';

export function stepRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('newsroom', 'write');

  router.get('/releases/:id/steps/:step', writes, (req, res) => ask(deps, req, res, { act: stepOf(req) }));
  router.post('/releases/:id/steps/:step', writes, (req, res) => take(deps, req, res));
  router.get('/releases/:id/embargo', writes, (req, res) => ask(deps, req, res, { act: 'embargo' }));
  router.post('/releases/:id/embargo', writes, (req, res) => steerEmbargo(deps, req, res));

  return router;
}

function stepOf(req: Request): Step {
  const step = String(req.params.step);
  if (!isStep(step)) throw new NotFound();
  return step;
}

interface Asked {
  act: Step | 'embargo';
  errors?: FieldError[];
  status?: number;
  overtaken?: boolean;
}

async function ask(
  deps: Deps,
  req: Request,
  res: Response,
  { act, errors = [], status = 200, overtaken = false }: Asked,
): Promise<void> {
  const editor = await editorOf(deps, req);
  const { embargoUntil, language } = editor.desk.release;
  const first = {
    change: embargoUntil ? '' : 'move',
    ...enterMoment('embargoUntil', embargoUntil),
    ...(act === 'embargo' ? { 'along[]': boundAssets(editor) } : {}),
  };
  const state = { entered: req.method === 'GET' ? first : enteredOf(req), errors };
  const shown = { editor, state, overtaken, site: siteOf(deps, res, language) };
  const lang = langOf(res);
  const page = act === 'embargo' ? embargoPage(lang, shown) : stepPage(lang, act, shown);
  await renderDesk(res, 'releasedesk/step', page, status);
}

async function take(deps: Deps, req: Request, res: Response): Promise<void> {
  const step = stepOf(req);
  const form = await readNote(req, step);
  if (!form.ok) return ask(deps, req, res, { act: step, errors: form.errors, status: 400 });
  const { note } = form.input;
  const work = () =>
    step === 'remove' ? remove(deps, req) : move(deps, req, res, { step, note, along: alongOf(req) });
  await orAsk(deps, req, res, step, work);
}

async function move(
  deps: Deps,
  req: Request,
  res: Response,
  taken: Parameters<typeof moveRelease>[3],
): Promise<string> {
  const release = await moveRelease(deps, currentMember(req), seenOf(req), taken);
  const time = formatMoment(langOf(res), releasedAt(release));
  if (stateAt(release, deps.clock.now()) === 'scheduled')
    leaveNotice(req, 'releasedesk:steps.scheduled', { time });
  else leaveNotice(req, `releasedesk:steps.${taken.step}.done`);
  return paths.release(release.id);
}

async function remove(deps: Deps, req: Request): Promise<string> {
  await removeRelease(deps, currentMember(req), seenOf(req));
  leaveNotice(req, 'releasedesk:steps.remove.done');
  return paths.list();
}

async function steerEmbargo(deps: Deps, req: Request, res: Response): Promise<void> {
  const form = await readEmbargo(req, deps.clock.now());
  if (!form.ok) return ask(deps, req, res, { act: 'embargo', errors: form.errors, status: 400 });
  await orAsk(deps, req, res, 'embargo', async () => {
    await changeEmbargo(deps, currentMember(req), seenOf(req), { ...form.input, along: alongOf(req) });
    leaveNotice(req, `releasedesk:embargo.done.${form.input.until ? 'move' : 'lift'}`);
    return paths.release(seenOf(req).id);
  });
}

/** A text or a state that is another one by now is looked at again before anything happens. */
async function orAsk(
  deps: Deps,
  req: Request,
  res: Response,
  act: Step | 'embargo',
  work: () => Promise<string>,
): Promise<void> {
  let next: string;
  try {
    next = await work();
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return ask(deps, req, res, { act, status: 409, overtaken: error instanceof Overtaken });
  }
  res.redirect(303, next);
}
