/**
 * The token of public forms. Public pages set no cookie, so the token is a signed statement of ours: "we showed this
 * form at that time". Its nonce also tells a double click from two requests.
 */
import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Deps } from './deps.js';
import { Forbidden } from './errors.js';
import type { Keys } from './keys.js';

const MAX_AGE_MS = 7 * 24 * 3600_000;

export function makeFormToken(keys: Keys, now: Date): string {
  const statement = `${now.getTime().toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${statement}.${keys.sign('form', statement)}`;
}

export type FormToken = { ok: true; nonce: string; shownAt: Date } | { ok: false };

export function readFormToken(keys: Keys, now: Date, token: unknown): FormToken {
  const [, time, nonce, signature] =
    /^([0-9a-z]{1,10})\.([\w-]{16})\.([\w-]{32})$/.exec(String(token ?? '')) ?? [];
  if (!time || !nonce || !signature || !keys.verify('form', `${time}.${nonce}`, signature))
    return { ok: false };
  const shownAt = new Date(Number.parseInt(time, 36));
  const age = now.getTime() - shownAt.getTime();
  return age <= MAX_AGE_MS ? { ok: true, nonce, shownAt } : { ok: false };
}

/** Hands views a `formToken()`; made only when a form is printed. */
export function offerFormToken({ keys, realClock }: Deps): RequestHandler {
  return (_req, res, next) => {
    res.locals.formToken = () => makeFormToken(keys, realClock.now());
    next();
  };
}

/** The token of this submission; the body must have been read before. */
export function formTokenOf({ keys, realClock }: Deps, req: Request): FormToken {
  return readFormToken(keys, realClock.now(), (req.body as Record<string, unknown> | undefined)?.formToken);
}

/** For forms with nothing to lose: a missing or old token is a refusal. */
export function requireFormToken(deps: Deps): RequestHandler {
  return (req, _res, next) => {
    if (!formTokenOf(deps, req).ok) throw new Forbidden('errors:formExpired');
    next();
  };
}
