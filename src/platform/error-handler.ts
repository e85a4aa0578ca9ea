/** The one place where an error becomes a page, in the language of the page that was asked for. */
import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { isDiskFull, NotFound, Refusal, TooManyRequests } from './errors.js';
import { isLang, type Lang, preferredLanguage } from './languages.js';
import { type Log, withoutSecrets } from './log.js';
import { langOf, type Page, renderDesk, renderGate, renderPage, translateFor } from './render.js';

interface ErrorPage extends Page {
  status: number;
  message: string;
  /** Whole minutes until the next try has a chance, in words; empty where waiting does not help. */
  wait: string;
  /** What the log calls this fault; empty for refusals. */
  reference: string;
  /** What was written and could not be taken. */
  typed: readonly string[];
  /** Where to go on. */
  home: { href: string; label: string };
  /** For addresses that lead nowhere: the visitor may look for a page or a personal link. */
  lost: boolean;
}

type Problem = Pick<ErrorPage, 'status' | 'message'> & {
  retryAfter?: number;
  reference?: string;
};

/** What a route may have said about the content that now does not come. */
const ABOUT_CONTENT = [
  ...['Content-Type', 'Content-Disposition', 'Content-Encoding', 'Content-Length'],
  ...['ETag', 'Last-Modified', 'Accept-Ranges', 'Repr-Digest'],
];

export const unknownPath: RequestHandler = () => {
  throw new NotFound();
};

export function errorHandler(log: Log): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (res.headersSent) return next(error);
    if (isAnswerOfItsOwn(error)) return res.set(error.headers).status(error.status).end();
    res.locals.lang ??= languageOf(req);
    const problem = refusalOf(error, req) ?? faultOf(error, req, log);
    for (const header of ABOUT_CONTENT) res.removeHeader(header);
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    if (problem.retryAfter !== undefined) res.set('Retry-After', String(problem.retryAfter));
    try {
      await renderError(req, res, problem);
    } catch (failure) {
      log.error({ err: failure }, 'the error page itself failed');
      res.status(problem.status).type('text').send(translateFor(res)(problem.message));
    }
  };
}

function languageOf(req: Request): Lang {
  const first = req.path.split('/')[1];
  return isLang(first) ? first : preferredLanguage(req.get('accept-language'));
}

/** What the visitor can do something about. */
function refusalOf(error: unknown, req: Request): Problem | undefined {
  if (error instanceof Refusal) {
    const retryAfter = error instanceof TooManyRequests ? { retryAfter: error.retryAfter } : {};
    return { status: error.status, message: error.message, ...retryAfter };
  }
  if (isUnstorable(error))
    return reads(req)
      ? { status: 404, message: 'errors:notFound' }
      : { status: 400, message: 'errors:badRequest' };
  const status = statusOf(error);
  if (status === 413) return { status, message: 'errors:tooLarge' };
  if (status === 415) return { status, message: 'errors:unreadable' };
  return status >= 400 && status < 500 ? { status: 400, message: 'errors:badRequest' } : undefined;
}

/** What only we can mend: the visitor gets a number, the log gets the rest. */
function faultOf(error: unknown, req: Request, log: Log): Problem {
  const reference = randomBytes(4).toString('hex');
  log.error(
    { err: error, reference, method: req.method, path: withoutSecrets(req.originalUrl) },
    'a request failed',
  );
  return isDiskFull(error)
    ? { status: 507, message: 'errors:diskFull', reference }
    : { status: 500, message: 'errors:unexpected', reference };
}

function renderError(req: Request, res: Response, problem: Problem): Promise<void> {
  const { status, message, retryAfter, reference = '' } = problem;
  const t = translateFor(res);
  const atDesk = /^\/staff(\/|$)/.test(req.path);
  const page: ErrorPage = {
    title: t(`errors:titles.${status}`),
    status,
    message: t(message),
    wait:
      retryAfter === undefined ? '' : t('errors:wait', { count: Math.max(1, Math.ceil(retryAfter / 60)) }),
    reference,
    typed: atDesk ? proseIn(req) : [],
    home: atDesk
      ? { href: '/staff', label: t('errors:desk') }
      : { href: `/${langOf(res)}`, label: t('errors:home') },
    lost: !atDesk && (status === 404 || status === 410),
  };
  // A member sees the desk's own navigation, everybody else the frame of the sign-in page.
  const inside = res.locals.deskNavigation ? renderDesk : renderGate;
  const render = atDesk ? inside : renderPage;
  return render(res, 'error', page, status);
}

/**
 * Whoever was signed out, lost the right, or wrote on what a colleague deleted keeps the words: whatever of the form is
 * longer than a choice. A browser does not keep them, because no page of the desk may be stored. Another site has no say.
 */
function proseIn(req: Request): string[] {
  if (reads(req) || req.get('sec-fetch-site') === 'cross-site') return [];
  const values = Object.values((req.body ?? {}) as Record<string, unknown>);
  return values.filter((value): value is string => typeof value === 'string' && /\S\s+\S/.test(value));
}

/** Refused conditions and ranges of a download (RFC 9110): the status and its headers say it all. */
function isAnswerOfItsOwn(error: unknown): error is { status: 412 | 416; headers: Record<string, string> } {
  const { status, headers } = (error ?? {}) as { status?: unknown; headers?: unknown };
  return (status === 412 || status === 416) && typeof headers === 'object';
}

/** Errors of Express and its parsers carry a status; ours that are no refusal are faults of the portal. */
const statusOf = (error: unknown): number => Number((error as { status?: unknown } | null)?.status ?? 500);

const reads = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/** PostgreSQL will not take a NUL, a number beyond its range, or words for a number: nothing of ours has such a name. */
const isUnstorable = (error: unknown): boolean =>
  ['22021', '22003', '22P02'].includes(String((error as { code?: unknown } | null)?.code));
