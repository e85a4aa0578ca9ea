/** Bulk runs at the desk: choosing in the list, writing, previewing, running, and the list of runs. */
import { type Request, type Response, Router } from 'express';
import { countItemsOf, getRun, isMoving, listRuns, STEERING, steerRun } from '../bulk/index.js';
import type { Deps } from '../platform/deps.js';
import { idOf } from '../platform/desk-entry.js';
import { Conflict } from '../platform/errors.js';
import { enteredOf, textOf } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { readFilters, showRefusal, toQuery, withQuery } from '../queue/index.js';
import { currentMember, listMembers, requireRight } from '../staff/index.js';
import { beginRun } from './begin-run.js';
import { readChosen } from './bulk-form.js';
import { bulkListPage } from './bulk-list-page.js';
import { chooseRequests } from './choose-requests.js';
import { paths } from './paths.js';
import { showRun } from './run-routes.js';
import { word } from './wording-routes.js';

const LISTED = 50;

/** For `/staff/requests/bulk`. */
export function bulkRoutes(deps: Deps): Router {
  const router = Router();
  router.use(requireRight('requests', 'read'));
  const writes = requireRight('requests', 'write');
  router.get('/', async (req, res) => listAll(deps, req, res));
  router.post('/', writes, async (req, res) => choose(deps, req, res));
  router.get('/:id', async (req, res) => showRun(deps, req, res, await getRun(deps.db, runIdOf(req))));
  router.post('/:id/wording', writes, async (req, res) =>
    word(deps, req, res, await getRun(deps.db, runIdOf(req))),
  );
  for (const step of STEERING) {
    router.post(`/:id/${step}`, writes, async (req, res) => {
      const id = runIdOf(req);
      const words = textOf(enteredOf(req), 'words') || undefined;
      try {
        const run = await steerRun(deps, { id, step, by: currentMember(req), words });
        if (isMoving(run.state)) await beginRun(deps, run.id);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        return showRun(deps, req, res, await getRun(deps.db, id), error.message);
      }
      res.redirect(303, withQuery(paths.run(id), queryOf(req)));
    });
  }
  return router;
}

const queryOf = (req: Request): string => toQuery(readFilters(req.query));

const runIdOf = (req: Request): number => idOf(req, 'bulk:errors.unknown');

async function listAll({ db }: Deps, req: Request, res: Response): Promise<void> {
  const runs = await listRuns(db, currentMember(req).id, LISTED);
  const counts = await countItemsOf(
    db,
    runs.map(({ id }) => id),
  );
  const t = translateFor(res);
  const members = await listMembers(db);
  const nameOf = (id: number | undefined) =>
    members.find((member) => member.id === id)?.name ?? t('bulk:wording.nobody');
  await renderDesk(res, 'bulkdesk/list', bulkListPage({ t, lang: langOf(res), runs, counts, nameOf }));
}

async function choose(deps: Deps, req: Request, res: Response): Promise<void> {
  const form = readChosen(enteredOf(req));
  if (!form) throw Object.assign(new Error('No such action'), { status: 400 });
  const filters = readFilters(req.query);
  const run = await chooseRequests(deps, { ...form, filters, by: currentMember(req) });
  if (typeof run === 'string') return showRefusal(deps, req, res, { refusedTicks: run });
  res.redirect(303, withQuery(paths.run(run.id), toQuery(filters)));
}
