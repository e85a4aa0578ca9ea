/** Opens a request only to whom its personal link was given. */
import type { Request, RequestHandler } from 'express';
import { type AccreditationRequest, findRequest, STATUS_LINK } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { Gone, NotFound } from '../platform/errors.js';
import { readToken } from '../platform/personal-links.js';

interface Applicant {
  request: AccreditationRequest;
  token: string;
}

const applicants = new WeakMap<Request, Applicant>();

/**
 * For addresses with `:token`. A link that we signed and whose request is not there any more belonged to an erased one;
 * before the address is confirmed nobody has a status page.
 */
export function requireApplicant({ db, keys }: Deps): RequestHandler<{ token: string }> {
  return async (req, _res, next) => {
    const { token } = req.params;
    const link = readToken(keys, STATUS_LINK, token);
    const request = link && (await findRequest(db, link.id));
    if (link && !request) throw new Gone('accreditation:errors.erased');
    if (!request?.confirmedAt || request.kept || request.linkVersion !== link?.version)
      throw new NotFound('selfservice:errors.unknownLink');
    applicants.set(req as Request, { request, token });
    next();
  };
}

export function currentApplicant(req: Request): Applicant {
  const applicant = applicants.get(req);
  if (!applicant) throw new Error('currentApplicant() needs requireApplicant() in front of it');
  return applicant;
}
