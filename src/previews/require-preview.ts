/** Opens what is under embargo only to whom the preview link was given, and says why a former link is worthless. */
import type { Request, RequestHandler } from 'express';
import { type AccreditationRequest, findRequest } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { Gone, NotFound } from '../platform/errors.js';
import { readToken } from '../platform/personal-links.js';
import { refusalOf } from './access.js';
import { findAccess } from './access-repository.js';
import { PREVIEW_LINK } from './paths.js';

interface Viewer {
  request: AccreditationRequest;
  token: string;
}

const viewers = new WeakMap<Request, Viewer>();

/** For addresses with `:token`. Throws Gone for what we once signed, NotFound for everything else. */
export function requirePreview({ db, keys }: Deps): RequestHandler {
  return async (req, _res, next) => {
    const token = String(req.params.token);
    const link = readToken(keys, PREVIEW_LINK, token);
    if (!link) throw new NotFound('previews:refused.unknown');
    const request = await findRequest(db, link.id);
    const refused = refusalOf(link, request, await findAccess(db, link.id));
    if (refused || !request) throw new Gone(`previews:refused.${refused ?? 'erased'}`);
    viewers.set(req, { request, token });
    next();
  };
}

export function currentViewer(req: Request): Viewer {
  const viewer = viewers.get(req);
  if (!viewer) throw new Error('currentViewer() needs requirePreview() in front of it');
  return viewer;
}
