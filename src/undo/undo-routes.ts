/** Undoing a decision until its letter leaves, and the bar that offers it on the next page. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { enteredOf, textOf } from '../platform/form.js';
import { langOf, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { readFilters, toQuery, type UndoBar, withQuery } from '../queue/index.js';
import { currentMember, requireRight } from '../staff/index.js';
import { paths } from './paths.js';
import { undoDecision } from './undo-decision.js';
import { undoBar } from './undo-page.js';
import { findUndoable } from './waiting-repository.js';

export function undoRoutes(deps: Deps): Router {
  const router = Router();
  router.post('/:reference/undo', requireRight('requests', 'write'), async (req, res) => {
    const reference = String(req.params.reference);
    try {
      const mailId = Number(textOf(enteredOf(req), 'letter')) || undefined;
      const { reference: undone } = await undoDecision(deps, { reference, by: currentMember(req), mailId });
      leaveNotice(req, 'undo:done', { reference: undone });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      leaveNotice(req, 'undo:tooLate', { reference });
    }
    res.redirect(303, withQuery(paths.request(reference), toQuery(readFilters(req.query))));
  });
  return router;
}

/** The bar about the request that `?decided=` names. */
export async function readUndoBar(deps: Deps, req: Request, res: Response): Promise<UndoBar | undefined> {
  const { decided } = req.query;
  if (typeof decided !== 'string') return undefined;
  const undoable = await findUndoable(deps.db, decided);
  if (!undoable) return undefined;
  const view = { t: translateFor(res), lang: langOf(res), now: deps.clock.now() };
  return undoBar({ ...view, query: toQuery(readFilters(req.query)) }, undoable.request, undoable.letter);
}
