/** In front of the desk: signing in with a password, and signing out. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { enteredOf } from '../platform/form.js';
import { preferredLanguage } from '../platform/languages.js';
import { renderGate, translateFor } from '../platform/render.js';
import { privatePage } from '../platform/security-headers.js';
import { endSession, startSession } from '../platform/session.js';
import { findMember } from '../staff/index.js';
import { linkRoutes } from './link-routes.js';
import { backFrom, paths } from './paths.js';
import { signInPatience } from './require-patience.js';
import { signInByPassword } from './sign-in.js';
import { readSignIn } from './sign-in-form.js';
import { type FormState, signInPage } from './sign-in-page.js';

/** Everything a stranger may reach under `/staff`; mount it in front of `requireMember`. */
export function signInRoutes(deps: Deps): Router {
  const router = Router();
  router.use(['/sign-in', '/sign-out'], privatePage, (req, res, next) => {
    res.locals.lang = preferredLanguage(req.get('accept-language'));
    next();
  });
  router.use(passwordRoutes(deps), linkRoutes(deps));
  router.post('/sign-out', async (req, res) => {
    await endSession(req);
    res.redirect(303, paths.signedOut);
  });
  return router;
}

function passwordRoutes(deps: Deps): Router {
  const router = Router();
  const patience = signInPatience(deps);

  router.get('/sign-in', async (req, res) => {
    if (await isSignedIn(deps, req)) return res.redirect(303, backFrom(req.query.back));
    const state = { entered: { back: backFrom(req.query.back) }, errors: [] };
    await renderGate(res, 'signin/sign-in', signInPage(translateFor(res), req.query.out === '1', state));
  });

  router.post('/sign-in', async (req, res) => {
    const form = await readSignIn(req);
    if (!form.ok) return refuse(res, form);
    await patience.spend(req, form.input.email);
    const member = await signInByPassword(deps, form.input);
    if (!member) {
      return refuse(res, {
        entered: enteredOf(req),
        errors: [{ field: 'email', message: 'signin:errors.signIn' }],
      });
    }
    await patience.clear(req, form.input.email);
    await startSession(req, member.id);
    res.redirect(303, backFrom(form.input.back));
  });

  return router;
}

const refuse = (res: Response, state: FormState): Promise<void> =>
  renderGate(res, 'signin/sign-in', signInPage(translateFor(res), false, state), 400);

async function isSignedIn({ db }: Deps, { session }: Request): Promise<boolean> {
  const member = session.staffId === undefined ? undefined : await findMember(db, session.staffId);
  return member?.state === 'active';
}
