/** The help sheet as a page of its own, and the switch in it. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { enteredOf, textOf } from '../platform/form.js';
import { renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { currentMember } from '../staff/index.js';
import { keysPage } from './keys-page.js';
import { backTo, paths } from './paths.js';
import { switchKeys } from './switch-keys.js';

/** For `/staff`. */
export function keysRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/keys', (req, res) =>
    renderDesk(res, 'shortcuts/keys', keysPage(translateFor(res), currentMember(req))),
  );
  router.post('/keys', async (req, res) => {
    const entered = enteredOf(req);
    const on = textOf(entered, 'on') === 'yes';
    await switchKeys(deps, currentMember(req), on);
    leaveNotice(req, on ? 'shortcuts:switchedOn' : 'shortcuts:switchedOff');
    res.redirect(303, backTo(textOf(entered, 'from') || paths.keys));
  });
  return router;
}
