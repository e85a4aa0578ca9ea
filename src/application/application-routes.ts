/** The asking side: the form, the confirmation of the address, and a lost link. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { confirmationRoutes } from './confirmation-routes.js';
import { lostLinkRoutes } from './lost-link-routes.js';
import { requestFormRoutes } from './request-form-routes.js';

export function applicationRoutes(deps: Deps): Router {
  const router = Router();
  router.use(requestFormRoutes(deps), confirmationRoutes(deps), lostLinkRoutes(deps));
  return router;
}
