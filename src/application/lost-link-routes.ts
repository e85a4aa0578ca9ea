/** Asking for the personal links by e-mail: always the same answer, so that nobody learns who has asked. */
import { Router } from 'express';
import { accreditationPaths, emailChain, emailKey } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { readForm, showErrors } from '../platform/form.js';
import { requireFormToken } from '../platform/form-token.js';
import { hasBudget, networkKey, rateLimit } from '../platform/rate-limits.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { lostLinkPage } from './lost-link-page.js';
import { sendLostLinks } from './send-lost-links.js';

export function lostLinkRoutes(deps: Deps): Router {
  const router = Router();
  const network = rateLimit(deps, 'lost-link', 20, 3600);
  const mailbox = rateLimit(deps, 'lost-link-mailbox', 3, 3600);

  router.get('/accreditation', async (req, res) => {
    const t = translateFor(res);
    const sent = req.query.sent === 'yes';
    await renderPage(res, 'application/lost-link', lostLinkPage({ t, lang: langOf(res) }, { sent }));
  });

  router.post('/accreditation', requireFormToken(deps), async (req, res) => {
    const [t, lang] = [translateFor(res), langOf(res)];
    const form = await readForm<{ email: string }>(req, [emailChain()]);
    if (!form.ok) {
      const state = { entered: form.entered, errors: showErrors(t, form.errors) };
      return renderPage(res, 'application/lost-link', lostLinkPage({ t, lang }, state), 400);
    }
    const { email } = form.input;
    const allowed =
      (await hasBudget(network, networkKey(deps, req))) &&
      (await hasBudget(mailbox, deps.keys.sign('mailbox', emailKey(email))));
    if (allowed) await sendLostLinks(deps, email, lang);
    res.redirect(303, `${accreditationPaths.lostLink(lang)}?sent=yes`);
  });

  return router;
}
