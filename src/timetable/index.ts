/** The door of `timetable/`: what other floors may use. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { requireRight } from '../staff/index.js';
import { programmeRoutes } from './programme-routes.js';
import { slotRoutes } from './slot-routes.js';

/** Programme and slots of an event; mounted under `/staff`, behind signing in. */
export function timetableRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/events', requireRight('events', 'read'));
  return router.use(programmeRoutes(deps), slotRoutes(deps));
}
