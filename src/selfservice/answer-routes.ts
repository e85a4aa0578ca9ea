/** Where the status page sends its forms: the answer to a further enquiry, and messages. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { accreditationPaths, applicantStep } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { enteredOf, type FieldError, readForm } from '../platform/form.js';
import { formTokenOf } from '../platform/form-token.js';
import { rateLimit } from '../platform/rate-limits.js';
import { langOf } from '../platform/render.js';
import { readMultipart, uploadOf } from '../platform/uploads.js';
import { answerEnquiry } from './answer-enquiry.js';
import { answerErrors, EXPIRED, textChains } from './answer-form.js';
import { currentApplicant } from './require-applicant.js';
import { showStatus } from './status-routes.js';
import { writeMessage } from './write-message.js';

export function answerRoutes(deps: Deps): Router {
  const router = Router({ mergeParams: true });
  const limit = rateLimit(deps, 'applicant-writes', 30, 3600);
  const spend: RequestHandler = async (req, _res, next) => {
    await limit.spend(String(currentApplicant(req).request.id));
    next();
  };

  router.post('/answer', spend, readMultipart('file'), async (req, res) => {
    const { request } = currentApplicant(req);
    applicantStep(request, 'answer');
    const form = await readForm<{ text: string }>(req, textChains({ required: false }));
    const file = await uploadOf(req, 'file');
    const errors = form.ok ? answerErrors(form.input.text, file) : form.errors;
    const token = formTokenOf(deps, req);
    if (!token.ok || !form.ok || !file.ok || errors.length > 0)
      return refuse(deps, req, res, { expired: !token.ok, errors, status: file.ok ? 400 : file.status });

    const { text } = form.input;
    await answerEnquiry(deps, request.id, { text, upload: file.upload, submission: token.nonce });
    backToStatus(req, res);
  });

  router.post('/message', spend, async (req, res) => {
    const { request } = currentApplicant(req);
    applicantStep(request, 'write');
    const form = await readForm<{ text: string }>(req, textChains({ required: true }));
    const token = formTokenOf(deps, req);
    if (!token.ok || !form.ok)
      return refuse(deps, req, res, { expired: !token.ok, errors: form.ok ? [] : form.errors, status: 400 });

    await writeMessage(deps, request.id, { text: form.input.text, submission: token.nonce });
    backToStatus(req, res);
  });

  return router;
}

/** The same page once more, with what was typed. */
function refuse(
  deps: Deps,
  req: Request,
  res: Response,
  { expired, errors, status }: { expired: boolean; errors: readonly FieldError[]; status: number },
): Promise<void> {
  const entered = enteredOf(req);
  return expired
    ? showStatus(deps, req, res, { entered, errors: [EXPIRED], status: 403 })
    : showStatus(deps, req, res, { entered, errors, status });
}

export function backToStatus(req: Request, res: Response): void {
  res.redirect(303, accreditationPaths.status(langOf(res), currentApplicant(req).token));
}
