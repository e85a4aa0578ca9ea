/** The one place where an error becomes a page, in the language of the page that was asked for. */
import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { NotFound, Refusal, TooManyRequests } from './errors.js';
import { LANGUAGES, preferredLanguage } from './languages.js';
import { type Log, withoutSecrets } from './log.js';
import { langOf, renderPage, translateFor } from './render.js';

export const unknownPath: RequestHandler = () => {
  throw new NotFound();
};

export function errorHandler(log: Log): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (res.headersSent) return next(error);
    res.locals.lang ??=
      LANGUAGES.find((lang) => req.path.startsWith(`/${lang}/`)) ??
      preferredLanguage(req.get('accept-language'));
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    if (error instanceof TooManyRequests) res.set('Retry-After', String(error.retryAfter));
    if (error instanceof Refusal) return renderError(res, error.status, error.message);
    const status = statusOf(error);
    if (status < 500) return renderError(res, status, 'errors:badRequest');

    const reference = randomBytes(4).toString('hex');
    log.error(
      { err: error, reference, method: req.method, path: withoutSecrets(req.originalUrl) },
      'a request failed',
    );
    await renderError(
      res,
      isDiskFull(error) ? 507 : 500,
      isDiskFull(error) ? 'errors:diskFull' : 'errors:unexpected',
      reference,
    );
  };
}

function renderError(res: Response, status: number, key: string, reference = ''): Promise<void> {
  const t = translateFor(res);
  const page = { title: t(`errors:titles.${status}`), message: t(key), reference, home: `/${langOf(res)}` };
  return renderPage(res, 'error', page, status);
}

/** Errors of Express and its parsers carry a status; ours that are no refusal are faults of the portal. */
function statusOf(error: unknown): number {
  const status = Number((error as { status?: unknown } | null)?.status);
  return status === 400 || status === 413 || status === 415
    ? status
    : status >= 400 && status < 500
      ? 400
      : 500;
}

const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(String((error as { code?: unknown } | null)?.code));
