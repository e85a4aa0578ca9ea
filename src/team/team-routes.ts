/** The team at the desk: the list for all who may read it, changes for administrators. */
import { Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { idOf } from '../platform/desk-entry.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import {
  currentMember,
  findMemberByEmail,
  getMember,
  listMembers,
  may,
  requireRight,
} from '../staff/index.js';
import { changeRole, closeAccount, reopenAccount } from './change-membership.js';
import { inviteMember, renewInvitation } from './invite-member.js';
import { paths } from './paths.js';
import { readInvitation, readRole } from './team-form.js';
import { invitationPage, memberPage, teamPage } from './team-page.js';

export function teamRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/team', requireRight('team', 'read'));
  router.get('/team', async (req, res) => {
    const me = currentMember(req);
    const members = await listMembers(deps.db);
    const mayWrite = may(me.role, 'team', 'write');
    await renderDesk(res, 'team/team', teamPage(translateFor(res), langOf(res), me, members, mayWrite));
  });
  router.use('/team', requireRight('team', 'write'), invitationRoutes(deps), memberRoutes(deps));
  return router;
}

function invitationRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/invitation', (_req, res) =>
    renderDesk(res, 'team/invitation', invitationPage(translateFor(res))),
  );

  router.post('/invitation', async (req, res) => {
    const form = await readInvitation(req);
    if (!form.ok) return renderDesk(res, 'team/invitation', invitationPage(translateFor(res), form), 400);
    if (await findMemberByEmail(deps.db, form.input.email)) {
      const taken = {
        entered: { ...form.input },
        errors: [{ field: 'email', message: 'staff:problems.emailTaken' }],
      };
      return renderDesk(res, 'team/invitation', invitationPage(translateFor(res), taken), 400);
    }
    await inviteMember(deps, currentMember(req), form.input);
    leaveNotice(req, 'team:notices.invited', { email: form.input.email });
    res.redirect(303, paths.team);
  });

  return router;
}

function memberRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/:id', async (req, res) => {
    const member = await getMember(deps.db, idOf(req));
    const page = memberPage(translateFor(res), langOf(res), currentMember(req), member);
    await renderDesk(res, 'team/member', page);
  });

  router.post('/:id/role', async (req, res) => {
    const form = await readRole(req);
    const id = idOf(req);
    if (!form.ok) return res.redirect(303, paths.member(id));
    const { from, role } = form.input;
    await changeRole(deps, currentMember(req), { id, from, to: role });
    leaveNotice(req, 'team:notices.roleChanged');
    res.redirect(303, paths.member(id));
  });

  const steps = { invitation: renewInvitation, close: closeAccount, reopen: reopenAccount } as const;
  for (const [name, act] of Object.entries(steps)) {
    router.post(`/:id/${name}`, async (req, res) => {
      const id = idOf(req);
      await act(deps, currentMember(req), id);
      leaveNotice(req, `team:notices.${name}`);
      res.redirect(303, paths.member(id));
    });
  }
  return router;
}
