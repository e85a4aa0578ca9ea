/** The review desk: queue, requests, decisions. Mounted behind the sign-in. */
import { Router } from 'express';
import { decisionRoutes } from '../decisions/index.js';
import { proposalRoutes } from '../foureyes/index.js';
import type { Deps } from '../platform/deps.js';
import { presenceRoutes } from '../presence/index.js';
import { queueRoutes } from '../queue/index.js';
import { requireRight } from '../staff/index.js';
import { readUndoBar, undoRoutes } from '../undo/index.js';
import { caseRoutes } from './case-routes.js';
import { documentRoutes } from './document-routes.js';
import { verdictRoutes } from './verdict-routes.js';

/** For `/staff`. */
export function reviewRoutes(deps: Deps): Router {
  const router = Router();
  router.use(
    '/requests',
    requireRight('requests', 'read'),
    queueRoutes(deps, readUndoBar),
    documentRoutes(deps),
    decisionRoutes(deps),
    proposalRoutes(deps),
    undoRoutes(deps),
    verdictRoutes(deps),
    presenceRoutes(deps),
    caseRoutes(deps),
  );
  return router;
}
