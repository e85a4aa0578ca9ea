/** The review desk: overview, queue, requests, decisions. Mounted behind the sign-in. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { requireRight } from '../staff/index.js';
import { caseRoutes } from './case-routes.js';
import { decisionRoutes } from './decision-routes.js';
import { documentRoutes } from './document-routes.js';
import { overviewRoutes } from './overview-routes.js';
import { queueRoutes } from './queue-routes.js';
import { undoRoutes } from './undo-routes.js';

/** For `/staff`. */
export function reviewRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/', overviewRoutes(deps));
  router.use(
    '/requests',
    requireRight('requests', 'read'),
    queueRoutes(deps),
    documentRoutes(deps),
    decisionRoutes(deps),
    undoRoutes(deps),
    caseRoutes(deps),
  );
  return router;
}
