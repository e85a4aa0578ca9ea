/** Saving and deleting a member's own views of the queue. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import { enteredOf, textOf } from '../platform/form.js';
import type { Message } from '../platform/i18n.js';
import { leaveNotice } from '../platform/session.js';
import { BadFilterName, deleteSavedFilter, saveFilter } from '../search/index.js';
import { currentMember } from '../staff/index.js';
import { readFilters, toQuery } from './filters.js';
import { paths, withQuery } from './paths.js';

/** Shows the queue again with a name that was not taken. */
type Show = (req: Request, res: Response, refused: { name: string; message: Message }) => Promise<void>;

export function savedFilterRoutes(deps: Deps, show: Show): Router {
  const router = Router();
  router.post('/', async (req, res) => {
    const name = textOf(enteredOf(req), 'viewName').trim();
    const query = queryOf(req);
    try {
      await saveFilter(deps, currentMember(req).id, { name, query });
    } catch (error) {
      if (!(error instanceof BadFilterName)) throw error;
      return show(req, res, { name, message: { key: error.key, values: { max: error.max } } });
    }
    leaveNotice(req, 'queue:saved.saved', { name });
    res.redirect(303, withQuery(paths.queue, query));
  });
  router.post('/:id/deletion', async (req, res) => {
    const gone = await deleteSavedFilter(deps.db, currentMember(req).id, Number(req.params.id) || 0);
    if (!gone) throw new NotFound('queue:saved.errors.gone');
    leaveNotice(req, 'queue:saved.deleted');
    res.redirect(303, withQuery(paths.queue, queryOf(req)));
  });
  return router;
}

/** Only what the queue understands is kept. */
function queryOf(req: Request): string {
  const query = new URLSearchParams(textOf(enteredOf(req), 'query'));
  return toQuery(readFilters(Object.fromEntries(query)));
}
