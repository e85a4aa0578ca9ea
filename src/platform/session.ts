/** The signed-in session of the desk: a cookie for `/staff` only, so that public pages stay without any. */
import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Deps } from './deps.js';
import { Forbidden } from './errors.js';
import { IDLE_MS, SessionStore } from './session-store.js';

declare module 'express-session' {
  interface SessionData {
    staffId: number;
    /** One sentence for the next page, for instance "saved": a key of the language files. */
    notice: { key: string; values: Record<string, string> };
  }
}

export function staffSession({ db, realClock, config, keys }: Deps): RequestHandler {
  return session({
    name: config.production ? '__Secure-desk' : 'desk',
    secret: keys.derive('session-cookie').toString('base64url'),
    store: new SessionStore(db, realClock),
    resave: false,
    saveUninitialized: false,
    rolling: false,
    cookie: { path: '/staff', httpOnly: true, sameSite: 'lax', secure: config.production, maxAge: IDLE_MS },
  });
}

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (req) =>
    (req.body as Record<string, unknown> | undefined)?.formToken as string | undefined,
});

/** Hands views of the desk a `formToken()` bound to the session. */
export const offerSessionToken: RequestHandler = (req, res, next) => {
  res.locals.formToken = () => generateToken(req);
  next();
};

/**
 * Refuses a POST without the token of this session. Behind the parser of the body. Forms with files are read on their
 * own route: only the paths in `withFiles` may be multipart, and they carry `requireSessionTokenInMultipart`.
 */
export function requireSessionToken(withFiles: readonly string[]): RequestHandler {
  return (req, _res, next) => {
    const later = withFiles.includes(req.baseUrl + req.path) && isMultipart(req);
    if (req.method !== 'GET' && req.method !== 'HEAD' && !later && !isRequestValid(req)) {
      throw new Forbidden('errors:formExpired');
    }
    next();
  };
}

/** Right behind `readMultipart`, on every path that `requireSessionToken` lets through. */
export const requireSessionTokenInMultipart: RequestHandler = (req, _res, next) => {
  if (!isRequestValid(req)) throw new Forbidden('errors:formExpired');
  next();
};

const isMultipart = (req: Request): boolean => Boolean(req.is('multipart/form-data'));

/** A new session number at sign-in (session fixation, OWASP ASVS 7.2.4), with the staff member noted in the row. */
export function startSession(req: Request, staffId: number): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((error) => {
      if (error) return reject(error);
      req.session.staffId = staffId;
      req.session.save((failure) => (failure ? reject(failure) : resolve()));
    });
  });
}

export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) =>
    req.session.destroy((error) => (error ? reject(error) : resolve())),
  );
}

/** A sentence for the page after the redirect. */
export function leaveNotice(req: Request, key: string, values: Record<string, string> = {}): void {
  req.session.notice = { key, values };
}

export function takeNotice(req: Request): { key: string; values: Record<string, string> } | undefined {
  const { notice } = req.session;
  delete req.session.notice;
  return notice;
}
