/** The press list for everybody: entering an address, confirming it, managing and leaving. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { manageRoutes } from './manage-routes.js';
import { subscribeRoutes } from './subscribe-routes.js';

/** Mount it before the newsroom, whose addresses begin alike. */
export function alertsRoutes(deps: Deps): Router {
  return Router().use(subscribeRoutes(deps), manageRoutes(deps));
}
