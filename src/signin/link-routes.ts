/** One-time links: asking for one by e-mail, and opening it. GET only shows a button, so that mail scanners use nothing up. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { renderGate, translateFor } from '../platform/render.js';
import { leaveNotice, startSession } from '../platform/session.js';
import type { Member } from '../staff/index.js';
import { acceptInvitation } from './accept-invitation.js';
import { paths } from './paths.js';
import { requestLink } from './request-link.js';
import { linkPatience } from './require-patience.js';
import { type OpenedLink, readStaffLink, signInByLink } from './sign-in.js';
import { readAcceptance, readEmail } from './sign-in-form.js';
import { acceptPage, forgottenPage, goneLinkPage, linkPage } from './sign-in-page.js';

declare module 'express-session' {
  interface SessionData {
    /** Until this moment (real time) a new password needs no current one: the session began with a mailed link. */
    newPasswordUntil: string;
  }
}

const NEW_PASSWORD_MS = 3600_000;

export function linkRoutes(deps: Deps): Router {
  const router = Router();
  const patience = linkPatience(deps);

  router.get('/sign-in/forgotten', (req, res) =>
    renderGate(res, 'signin/forgotten', forgottenPage(translateFor(res), req.query.sent === '1')),
  );

  router.post('/sign-in/forgotten', async (req, res) => {
    const form = await readEmail(req);
    if (!form.ok) {
      return renderGate(res, 'signin/forgotten', forgottenPage(translateFor(res), false, form), 400);
    }
    await patience.spend(req, form.input.email);
    await requestLink(deps, form.input.email);
    res.redirect(303, `${paths.forgotten}?sent=1`);
  });

  router.get('/sign-in/:token', async (req, res) => {
    const opened = await readStaffLink(deps, req.params.token);
    if (!opened) return showGone(res);
    const t = translateFor(res);
    if (opened.link.purpose === 'invitation') {
      return renderGate(res, 'signin/accept', acceptPage(t, req.params.token, opened.member));
    }
    await renderGate(res, 'signin/link', linkPage(t, req.params.token));
  });

  router.post('/sign-in/:token', async (req, res) => {
    const opened = await readStaffLink(deps, req.params.token);
    if (!opened) return showGone(res);
    if (opened.link.purpose === 'invitation') return accept(deps, req, res, opened);
    const member = await signInByLink(deps, opened);
    if (!member) return showGone(res);
    await enter(deps, req, member, opened);
    res.redirect(303, opened.link.purpose === 'password' ? paths.password : paths.home);
  });

  return router;
}

async function accept(deps: Deps, req: Request, res: Response, opened: OpenedLink): Promise<void> {
  const form = await readAcceptance(req);
  if (!form.ok) {
    const page = acceptPage(translateFor(res), String(req.params.token), opened.member, form);
    return renderGate(res, 'signin/accept', page, 400);
  }
  const member = await acceptInvitation(deps, opened, form.input);
  if (!member) return showGone(res);
  await startSession(req, member.id);
  leaveNotice(req, 'signin:notices.welcome');
  res.redirect(303, paths.home);
}

async function enter(deps: Deps, req: Request, member: Member, { link }: OpenedLink): Promise<void> {
  await startSession(req, member.id);
  const until = new Date(deps.realClock.now().getTime() + NEW_PASSWORD_MS);
  req.session.newPasswordUntil = until.toISOString();
  if (link.purpose === 'password') leaveNotice(req, 'signin:notices.setPassword');
}

const showGone = (res: Response): Promise<void> =>
  renderGate(res, 'signin/link-gone', goneLinkPage(translateFor(res)), 410);
