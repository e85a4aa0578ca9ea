/** The door of `team/`: what other floors may use. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { accountRoutes } from './account-routes.js';
import { teamRoutes as membersRoutes } from './team-routes.js';

export { changeProfile } from './change-account.js';
export { paths as teamPaths } from './paths.js';

/** Own account and team; for members only, so mount it behind `requireMember`. */
export function teamRoutes(deps: Deps): Router {
  return Router().use(accountRoutes(deps), membersRoutes(deps));
}
