/** What the script of the editor sends in the background, and discarding it. */
import { Router } from 'express';
import { formatTime } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { idOf } from '../platform/desk-entry.js';
import { langOf, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { discardAutosave, keepAutosave } from '../releaselife/index.js';
import { currentMember, requireRight } from '../staff/index.js';
import { paths } from './paths.js';
import { seenOf, typedOf } from './show-editor-routes.js';

export function autosaveRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('newsroom', 'write');

  router.post('/releases/:id/autosave', writes, async (req, res) => {
    const seen = seenOf(req);
    const { savedAt, desk } = await keepAutosave(deps, currentMember(req), seen, typedOf(req));
    const t = translateFor(res);
    res.json({
      text: t('releasedesk:autosave.kept', { time: formatTime(langOf(res), savedAt) }),
      overtaken: desk.revision === seen.revision ? '' : t('releasedesk:autosave.overtaken'),
    });
  });

  router.post('/releases/:id/autosave/discard', writes, async (req, res) => {
    await discardAutosave(deps, currentMember(req), idOf(req));
    leaveNotice(req, 'releasedesk:autosave.discarded');
    res.redirect(303, paths.release(idOf(req)));
  });

  return router;
}
