/** Everything behind the personal link of an applicant; mounted once per language, after the pages with fixed names. */
import { type ErrorRequestHandler, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { Conflict, Forbidden, Gone, NotFound } from '../platform/errors.js';
import { langOf, renderPage } from '../platform/render.js';
import { privatePage } from '../platform/security-headers.js';
import { answerRoutes } from './answer-routes.js';
import { editRoutes } from './edit-routes.js';
import { erasedPage, refusedPage } from './leave-page.js';
import { leaveRoutes } from './leave-routes.js';
import { requireApplicant } from './require-applicant.js';
import { statusRoutes } from './status-routes.js';

export function selfServiceRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/accreditation/erased', privatePage, async (_req, res) => {
    await renderPage(res, 'selfservice/closed', erasedPage(langOf(res)));
  });
  router.use(
    '/accreditation/:token',
    privatePage,
    requireApplicant(deps),
    statusRoutes(deps),
    answerRoutes(deps),
    editRoutes(deps),
    leaveRoutes(deps),
  );
  router.use('/accreditation/:token', explainRefusal);
  return router;
}

/** A refusal here has a way on: the status page, or a new link. Everything else is the portal's own error page. */
const explainRefusal: ErrorRequestHandler = async (error, req, res, next) => {
  const known = [NotFound, Gone, Conflict, Forbidden].some((kind) => error instanceof kind);
  if (!known || res.headersSent) return next(error);
  const page = refusedPage(langOf(res), error, String(req.params.token));
  await renderPage(res, 'selfservice/closed', page, error.status);
};
