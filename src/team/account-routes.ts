/** A member's own account: name, language, notices, password. */
import { type Request, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { enteredOf } from '../platform/form.js';
import { renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice, startSession } from '../platform/session.js';
import { signInPatience } from '../signin/index.js';
import { currentMember, findPasswordHash } from '../staff/index.js';
import { readNewPassword, readProfile } from './account-form.js';
import { accountPage, passwordPage } from './account-page.js';
import { changePassword, changeProfile } from './change-account.js';
import { paths } from './paths.js';

export function accountRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/account', (req, res) =>
    renderDesk(res, 'team/account', accountPage(translateFor(res), currentMember(req))),
  );

  router.post('/account', async (req, res) => {
    const member = currentMember(req);
    const form = await readProfile(req);
    if (!form.ok) return renderDesk(res, 'team/account', accountPage(translateFor(res), member, form), 400);
    await changeProfile(deps, member, form.input);
    leaveNotice(req, 'team:notices.saved');
    res.redirect(303, paths.account);
  });

  router.use(passwordRoutes(deps));
  return router;
}

function passwordRoutes(deps: Deps): Router {
  const router = Router();
  const patience = signInPatience(deps);

  router.get('/account/password', async (req, res) => {
    const page = passwordPage(translateFor(res), currentMember(req), await asksCurrent(deps, req));
    await renderDesk(res, 'team/password', page);
  });

  router.post('/account/password', async (req, res) => {
    const member = currentMember(req);
    const askCurrent = await asksCurrent(deps, req);
    const form = await readNewPassword(req, askCurrent);
    const show = (state: Parameters<typeof passwordPage>[3]) =>
      renderDesk(res, 'team/password', passwordPage(translateFor(res), member, askCurrent, state), 400);
    if (!form.ok) return show(form);
    const { current = '', password } = form.input;
    if (askCurrent) await patience.spend(req, member.email);
    if (!(await changePassword(deps, member, { current, password, askCurrent }))) {
      const errors = [{ field: 'current', message: 'team:errors.currentWrong' }];
      return show({ entered: enteredOf(req), errors });
    }
    await patience.clear(req, member.email);
    await startSession(req, member.id);
    leaveNotice(req, 'team:notices.passwordChanged');
    res.redirect(303, paths.account);
  });

  return router;
}

/** Not of somebody who has none yet, and not of somebody who has just come by a link because it was forgotten. */
async function asksCurrent({ db, realClock }: Deps, req: Request): Promise<boolean> {
  const { newPasswordUntil } = req.session;
  if (newPasswordUntil && newPasswordUntil > realClock.now().toISOString()) return false;
  return (await findPasswordHash(db, currentMember(req).id)) !== undefined;
}
