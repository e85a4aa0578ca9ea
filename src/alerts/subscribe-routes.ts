/** Entering an address for the press list, and the link that confirms it. */
import { type Request, type Response, Router } from 'express';
import { emailKey } from '../accreditation/index.js';
import { EVENT_STATES, listEvents } from '../events/index.js';
import { readOperator } from '../operator/index.js';
import type { Deps } from '../platform/deps.js';
import { Gone, NotFound, TooManyRequests } from '../platform/errors.js';
import { enteredOf, showErrors, textOf } from '../platform/form.js';
import { formTokenOf, requireFormToken } from '../platform/form-token.js';
import { readToken, toToken } from '../platform/personal-links.js';
import { hasBudget, networkKey, rateLimit } from '../platform/rate-limits.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { privatePage } from '../platform/security-headers.js';
import { confirmSubscriber } from './confirm-subscriber.js';
import { CONFIRM_LINK, MANAGE_LINK, paths } from './paths.js';
import { subscribeAddress } from './subscribe-address.js';
import { readSubscription } from './subscribe-form.js';
import {
  eventsFor,
  type FormState,
  freshEntries,
  messagePage,
  type Notice,
  noticeOf,
  subscribePage,
  wishTerms,
} from './subscribe-page.js';
import { confirmBy, topicsAbout } from './subscriber.js';
import { findSubscriber } from './subscriber-repository.js';

const DAY = 86_400;

export function subscribeRoutes(deps: Deps): Router {
  const router = Router();
  const network = rateLimit(deps, 'alerts', 60, 3600);
  // A stranger can have a mailbox written to, but not to annoyance.
  const mailbox = [rateLimit(deps, 'alerts-day', 3, DAY), rateLimit(deps, 'alerts-month', 6, 30 * DAY)];
  const isQuiet = async (email: string): Promise<boolean> => {
    const key = deps.keys.sign('mailbox', emailKey(email));
    for (const limit of mailbox) if (!(await hasBudget(limit, key))) return true;
    return false;
  };

  router.get('/press/alerts', async (_req, res) => {
    await showForm(deps, res, 200, { entered: freshEntries(langOf(res)), errors: [] });
  });

  router.post('/press/alerts', async (req, res) => {
    const t = translateFor(res);
    const again = (status: number, why: string) =>
      showForm(deps, res, status, { entered: enteredOf(req), errors: [] }, noticeOf(t, 'warning', why));
    if (!formTokenOf(deps, req).ok) return again(403, 'expired');
    if (await isOverBudget(deps, req, res, network)) return again(429, 'busy');
    if (textOf(enteredOf(req), 'homepage') !== '') return again(400, 'trap');
    const events = eventsFor(await listEvents(deps.reader, ['published']));
    const form = await readSubscription(req, topicsAbout(events));
    if (!form.ok) {
      const state = { entered: form.entered, errors: showErrors(t, form.errors) };
      return showForm(deps, res, 400, state);
    }
    const { email, wishes } = form;
    await subscribeAddress(deps, { email, wishes, lang: langOf(res), quiet: await isQuiet(email) });
    res.redirect(303, paths.sent(langOf(res)));
  });

  router.get('/press/alerts/sent', privatePage, async (_req, res) => {
    const t = translateFor(res);
    const steps = ['open', 'press', 'spam'].map((step) => t(`alerts:pages.sent.steps.${step}`));
    await renderPage(res, 'alerts/message', messagePage({ t, lang: langOf(res) }, 'sent', { steps }));
  });

  router.get('/press/alerts/confirm/:token', privatePage, async (req, res) => {
    const link = openLink(deps, req);
    const subscriber = await findSubscriber(deps.db, link.id);
    if (subscriber?.confirmedAt) return toManage(deps, res, link.id);
    if (!subscriber || deps.clock.now() >= confirmBy(subscriber)) return showOver(res);
    const reading = { t: translateFor(res), lang: langOf(res) };
    const action = paths.confirm(reading.lang, String(req.params.token));
    const button = { action, label: reading.t('alerts:pages.confirm.button') };
    const events = await listEvents(deps.reader, EVENT_STATES);
    const terms = wishTerms(reading, events, subscriber.wishes);
    const about = { button, terms, links: [], values: { email: subscriber.email } };
    await renderPage(res, 'alerts/message', messagePage(reading, 'confirm', about));
  });

  router.post('/press/alerts/confirm/:token', privatePage, requireFormToken(deps), async (req, res) => {
    const link = openLink(deps, req);
    try {
      const { id } = await confirmSubscriber(deps, link.id);
      toManage(deps, res, id, '?notice=confirmed');
    } catch (refusal) {
      if (!(refusal instanceof Gone)) throw refusal;
      await showOver(res);
    }
  });

  return router;
}

function openLink({ keys }: Deps, req: Request) {
  const link = readToken(keys, CONFIRM_LINK, String(req.params.token));
  if (!link) throw new NotFound();
  return link;
}

function toManage({ keys }: Deps, res: Response, id: number, query = ''): void {
  const token = toToken(keys, { purpose: MANAGE_LINK, id, version: 1 });
  res.redirect(303, paths.manage(langOf(res), token) + query);
}

const showOver = (res: Response): Promise<void> =>
  renderPage(res, 'alerts/message', messagePage({ t: translateFor(res), lang: langOf(res) }, 'over'), 410);

async function isOverBudget(
  deps: Deps,
  req: Request,
  res: Response,
  limit: ReturnType<typeof rateLimit>,
): Promise<boolean> {
  try {
    await limit.spend(networkKey(deps, req));
    return false;
  } catch (refusal) {
    if (!(refusal instanceof TooManyRequests)) throw refusal;
    res.set('Retry-After', String(refusal.retryAfter));
    return true;
  }
}

async function showForm(
  deps: Deps,
  res: Response,
  status: number,
  state: FormState,
  notice?: Notice,
): Promise<void> {
  const reading = { t: translateFor(res), lang: langOf(res) };
  const events = eventsFor(await listEvents(deps.reader, ['published']));
  const { operator } = await readOperator(deps.reader);
  const contactEmail = operator.pressContactEmail || deps.config.pressOfficeEmail;
  // The page carries a token of its own: a shared cache must not hand it to the next visitor.
  res.set('Cache-Control', 'private, no-cache');
  const page = subscribePage(reading, { events, contactEmail }, state, notice);
  await renderPage(res, 'alerts/subscribe', page, status);
}
