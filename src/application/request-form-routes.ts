/** The form of a new request: showing it, and taking in what was sent. */
import { type Request, type Response, Router } from 'express';
import {
  accreditationPaths,
  emailKey,
  type FormNotice,
  findRequest,
  PREFILL_LINK,
  prefilledFrom,
  readAccreditation,
  WAITING_LINK,
} from '../accreditation/index.js';
import { accreditationPhase, type Event, getPublicEvent, listSlots, type Slot } from '../events/index.js';
import { yearOf } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { TooManyRequests } from '../platform/errors.js';
import { type Entered, enteredOf, type FieldError, showErrors, textOf } from '../platform/form.js';
import { formTokenOf } from '../platform/form-token.js';
import type { Lang } from '../platform/languages.js';
import { readToken, toToken } from '../platform/personal-links.js';
import { hasBudget, networkKey, type RateLimit, rateLimit } from '../platform/rate-limits.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { privatePage } from '../platform/security-headers.js';
import { fileNameOf, readMultipart, uploadOf } from '../platform/uploads.js';
import { notOpenPage } from './message-page.js';
import { requestFormPage } from './request-form-page.js';
import { findSubmitted, type Submission, submitRequest } from './submit-request.js';

const PATH = '/events/:slug/accreditation';

/** One form at hand: who asks for what. */
interface Desk {
  deps: Deps;
  req: Request;
  res: Response;
  lang: Lang;
  event: Event;
  slots: readonly Slot[];
  phase: 'upcoming' | 'open' | 'closed';
}

export function requestFormRoutes(deps: Deps): Router {
  const router = Router();
  const limits = {
    network: rateLimit(deps, 'request-form', 60, 3600),
    mailbox: rateLimit(deps, 'mailbox', 6, 3600),
  };

  router.get(PATH, async (req, res) => {
    const desk = await openDesk(deps, req, res);
    if (desk.phase !== 'open') {
      const context = { t: translateFor(res), lang: desk.lang, event: desk.event };
      return renderPage(res, 'application/message', notOpenPage(context, desk.phase));
    }
    await showForm(desk, 200, { entered: await prefilled(desk) });
  });

  router.post(PATH, readMultipart('proofFile'), async (req, res) => {
    const desk = await openDesk(deps, req, res);
    const token = formTokenOf(deps, req);
    if (!token.ok) return refuse(desk, 403, 'expired');
    if (await isOverBudget(desk, limits.network)) return refuse(desk, 429, 'busy');
    await takeIn(desk, token.nonce, limits.mailbox);
  });

  return router;
}

async function takeIn(desk: Desk, nonce: string, mailbox: RateLimit): Promise<void> {
  const { deps, req, event, slots, lang, phase } = desk;
  const file = await uploadOf(req, 'proofFile');
  const read = await readAccreditation(req, { year: yearOf(event.startsAt), slots, file });
  const submission: Submission | undefined = read.ok ? { ...read, event, lang, nonce } : undefined;
  if (phase !== 'open') {
    const earlier = submission && (await findSubmitted(deps, submission));
    return earlier ? leadOn(desk, earlier.id) : refuse(desk, 409, phase);
  }
  if (textOf(enteredOf(req), 'homepage') !== '') return refuse(desk, 400, 'trap');
  if (!submission || !read.ok) return showForm(desk, read.ok ? 400 : read.status, read.ok ? {} : read);
  const quiet = !(await hasBudget(mailbox, deps.keys.sign('mailbox', emailKey(submission.input.email))));
  const request = await submitRequest(deps, { ...submission, quiet });
  leadOn(desk, request.id);
}

/** To the waiting page; the same for a first request, a second click and a second request. */
function leadOn({ deps, res, lang }: Desk, id: number): void {
  const token = toToken(deps.keys, { purpose: WAITING_LINK, id, version: 1 });
  res.redirect(303, accreditationPaths.sent(lang, token));
}

async function openDesk(deps: Deps, req: Request, res: Response): Promise<Desk> {
  const event = await getPublicEvent(deps.reader, String(req.params.slug));
  const slots = await listSlots(deps.reader, event.id);
  const phase = event.state === 'published' ? accreditationPhase(event, deps.clock.now()) : 'closed';
  // The page carries a token of its own: a shared cache must not hand it to the next visitor.
  res.set('Cache-Control', 'private, no-cache');
  return { deps, req, res, lang: langOf(res), event, slots, phase };
}

async function isOverBudget({ deps, req, res }: Desk, limit: RateLimit): Promise<boolean> {
  try {
    await limit.spend(networkKey(deps, req));
    return false;
  } catch (refusal) {
    if (!(refusal instanceof TooManyRequests)) throw refusal;
    res.set('Retry-After', String(refusal.retryAfter));
    return true;
  }
}

/** The form again with everything typed and a sentence about why it was not taken. */
function refuse(desk: Desk, status: number, why: 'expired' | 'busy' | 'trap' | 'upcoming' | 'closed') {
  const t = translateFor(desk.res);
  const notice: FormNotice = {
    kind: status === 409 ? 'danger' : 'warning',
    title: t(`application:notices.${why}.title`),
    text: t(`application:notices.${why}.text`, { contact: desk.event.contactEmail }),
  };
  const name = fileNameOf(desk.req, 'proofFile');
  const again = { field: 'proofFile', message: { key: 'accreditation:errors.file.again', values: { name } } };
  return showForm(desk, status, {
    entered: enteredOf(desk.req),
    errors: name && desk.phase === 'open' ? [again] : [],
    notice,
  });
}

async function showForm(
  { res, lang, event, slots, phase }: Desk,
  status: number,
  { entered = {}, errors = [], notice }: { entered?: Entered; errors?: FieldError[]; notice?: FormNotice },
): Promise<void> {
  const t = translateFor(res);
  const state = { entered, errors: showErrors(t, errors) };
  const page = requestFormPage({ t, lang, event, slots, open: phase === 'open' }, state, notice);
  await renderPage(res, 'application/form', page, status);
}

/** What a returning journalist's link fills in; an unknown or old link opens the empty form. */
async function prefilled({ deps, req, res }: Desk): Promise<Entered> {
  const link = readToken(deps.keys, PREFILL_LINK, String(req.query.from ?? ''));
  const request = link && (await findRequest(deps.db, link.id));
  if (!link || !request?.confirmedAt || request.linkVersion !== link.version) return {};
  privatePage(req, res, () => undefined);
  return prefilledFrom(request);
}
