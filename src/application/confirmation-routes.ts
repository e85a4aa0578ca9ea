/** The waiting page after the form, and the link of the letter that confirms the address. */
import { type Request, type Response, Router } from 'express';
import {
  type AccreditationRequest,
  accreditationPaths,
  CONFIRM_LINK,
  emailChain,
  emailKey,
  findRequest,
  STATUS_LINK,
  WAITING_LINK,
} from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { Gone, NotFound, TooManyRequests } from '../platform/errors.js';
import { readForm, showErrors } from '../platform/form.js';
import { requireFormToken } from '../platform/form-token.js';
import { readToken, toToken } from '../platform/personal-links.js';
import { hasBudget, type RateLimit, rateLimit } from '../platform/rate-limits.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { privatePage } from '../platform/security-headers.js';
import { confirmRequest } from './confirm-request.js';
import { type Standing, standingOf } from './confirmation.js';
import { correctAddress } from './correct-address.js';
import { linkOverPage } from './message-page.js';
import { resendConfirmation } from './resend-confirmation.js';
import {
  confirmedAlreadyPage,
  confirmPage,
  type WaitingContext,
  type WaitingNotice,
  type WaitingState,
  waitingPage,
} from './waiting-page.js';

/** The request behind a link, and whether that link still counts. */
interface Opened extends WaitingContext {
  standing: Standing;
}

export function confirmationRoutes(deps: Deps): Router {
  const router = Router();
  const tries = rateLimit(deps, 'waiting', 3, 900);
  const mailbox = rateLimit(deps, 'mailbox', 6, 3600);
  const isQuiet = async (email: string) =>
    !(await hasBudget(mailbox, deps.keys.sign('mailbox', emailKey(email))));
  const checked = [privatePage, requireFormToken(deps)];

  router.get('/accreditation/sent/:token', privatePage, async (req, res) => {
    const opened = await open(deps, req, res, WAITING_LINK);
    await showWaiting(res, opened, 200, { notice: noticeOf(req) });
  });

  router.post('/accreditation/sent/:token/resend', checked, async (req: Request, res: Response) => {
    const opened = await open(deps, req, res, WAITING_LINK);
    if (opened.standing !== 'open') return showWaiting(res, opened);
    if (await isTooMany(res, opened, tries)) return;
    if (!(await isQuiet(opened.request.email))) await resendConfirmation(deps, opened.event, opened.request);
    res.redirect(303, `${accreditationPaths.sent(opened.lang, opened.token)}?notice=sent`);
  });

  router.post('/accreditation/sent/:token/address', checked, async (req: Request, res: Response) => {
    const opened = await open(deps, req, res, WAITING_LINK);
    if (opened.standing !== 'open') return showWaiting(res, opened);
    const form = await readForm<{ email: string }>(req, [emailChain()]);
    if (!form.ok) {
      const errors = showErrors(opened.t, form.errors);
      return showWaiting(res, opened, 400, { entered: form.entered, errors });
    }
    if (await isTooMany(res, opened, tries)) return;
    const { email } = form.input;
    await correctAddress(deps, { ...opened, email, quiet: await isQuiet(email) });
    res.redirect(303, `${accreditationPaths.sent(opened.lang, opened.token)}?notice=corrected`);
  });

  router.get('/accreditation/confirm/:token', privatePage, async (req, res) => {
    const opened = await open(deps, req, res, CONFIRM_LINK);
    if (opened.standing === 'done') return toStatus(deps, res, opened.request);
    if (opened.standing !== 'open') return showOver(res, opened, opened.standing);
    await renderPage(res, 'application/confirm', confirmPage(opened));
  });

  router.post('/accreditation/confirm/:token', checked, async (req: Request, res: Response) => {
    const opened = await open(deps, req, res, CONFIRM_LINK);
    if (opened.standing === 'done') return toStatus(deps, res, opened.request);
    if (opened.standing !== 'open') return showOver(res, opened, opened.standing);
    toStatus(deps, res, await confirmRequest(deps, opened.request));
  });

  return router;
}

async function open(deps: Deps, req: Request, res: Response, purpose: string): Promise<Opened> {
  const token = String(req.params.token);
  const link = readToken(deps.keys, purpose, token);
  if (!link) throw new NotFound();
  const request = await findRequest(deps.db, link.id);
  if (!request) throw new Gone();
  const event = await getEvent(deps.db, request.eventId);
  // The waiting page belongs to the browser that sent the form: a corrected address does not end it.
  const version = purpose === WAITING_LINK ? request.linkVersion : link.version;
  const standing = standingOf(request, version, deps.clock.now());
  return { t: translateFor(res), lang: langOf(res), event, request, token, standing };
}

async function showWaiting(
  res: Response,
  opened: Opened,
  status = 200,
  state: WaitingState = {},
): Promise<void> {
  if (opened.standing === 'done') return renderPage(res, 'application/message', confirmedAlreadyPage(opened));
  if (opened.standing !== 'open') return showOver(res, opened, opened.standing);
  await renderPage(res, 'application/waiting', waitingPage(opened, state), status);
}

const showOver = (res: Response, opened: Opened, why: 'replaced' | 'over'): Promise<void> =>
  renderPage(res, 'application/message', linkOverPage(opened, why), 410);

function toStatus({ keys }: Deps, res: Response, { id, linkVersion }: AccreditationRequest): void {
  const token = toToken(keys, { purpose: STATUS_LINK, id, version: linkVersion });
  res.redirect(303, accreditationPaths.status(langOf(res), token));
}

/** Answers by itself when this request has had its tries, and says when the next one has a chance. */
async function isTooMany(res: Response, opened: Opened, limit: RateLimit): Promise<boolean> {
  try {
    await limit.spend(String(opened.request.id));
    return false;
  } catch (refusal) {
    if (!(refusal instanceof TooManyRequests)) throw refusal;
    res.set('Retry-After', String(refusal.retryAfter));
    const minutes = Math.ceil(refusal.retryAfter / 60);
    await showWaiting(res, opened, 429, { notice: { kind: 'tooMany', minutes } });
    return true;
  }
}

function noticeOf(req: Request): WaitingNotice | undefined {
  const { notice } = req.query;
  return notice === 'sent' || notice === 'corrected' ? { kind: notice } : undefined;
}
