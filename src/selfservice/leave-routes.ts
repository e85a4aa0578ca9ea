/** Two ways out: withdrawing the request, and having everything erased. Each says first what it means. */
import { Router } from 'express';
import { accreditationPaths, applicantStep } from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { requireFormToken } from '../platform/form-token.js';
import { langOf, renderPage } from '../platform/render.js';
import { eraseRequest } from '../privacy/index.js';
import { backToStatus } from './answer-routes.js';
import { erasePage, withdrawPage } from './leave-page.js';
import { currentApplicant } from './require-applicant.js';
import { withdrawRequest } from './withdraw-request.js';

export function leaveRoutes(deps: Deps): Router {
  const router = Router({ mergeParams: true });
  const { db } = deps;

  router.get('/withdraw', async (req, res) => {
    const applicant = currentApplicant(req);
    applicantStep(applicant.request, 'withdraw');
    const event = await getEvent(db, applicant.request.eventId);
    await renderPage(res, 'selfservice/withdraw', withdrawPage(langOf(res), { ...applicant, event }));
  });

  router.post('/withdraw', requireFormToken(deps), async (req, res) => {
    await withdrawRequest(deps, currentApplicant(req).request.id);
    backToStatus(req, res);
  });

  router.get('/erase', async (req, res) => {
    await renderPage(res, 'selfservice/erase', erasePage(langOf(res), currentApplicant(req)));
  });

  router.post('/erase', requireFormToken(deps), async (req, res) => {
    const applicant = currentApplicant(req);
    const lang = langOf(res);
    if ((req.body as Record<string, unknown>).confirm !== 'yes') {
      const page = erasePage(lang, applicant, { unconfirmed: true });
      return renderPage(res, 'selfservice/erase', page, 400);
    }
    await eraseRequest(deps, applicant.request.id);
    res.redirect(303, accreditationPaths.erased(lang));
  });

  return router;
}
