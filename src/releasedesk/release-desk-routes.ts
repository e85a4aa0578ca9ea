/** Everything about releases at the desk, for whoever may read there. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { requireRight } from '../staff/index.js';
import { autosaveRoutes } from './autosave-routes.js';
import { editorRoutes } from './editor-routes.js';
import { releaseListRoutes } from './release-list-routes.js';
import { stepRoutes } from './step-routes.js';

export function releaseDeskRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/releases', requireRight('newsroom', 'read'));
  router.use(releaseListRoutes(deps), editorRoutes(deps), autosaveRoutes(deps), stepRoutes(deps));
  return router;
}
