/** Behind the personal link in each letter: other topics, other languages, or leaving the press list. */
import { type Request, type Response, Router } from 'express';
import { EVENT_STATES, listEvents } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { Gone, NotFound } from '../platform/errors.js';
import { showErrors } from '../platform/form.js';
import { requireFormToken } from '../platform/form-token.js';
import { readToken } from '../platform/personal-links.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { privatePage } from '../platform/security-headers.js';
import { changeWishes } from './change-wishes.js';
import { unsubscribe } from './forget-subscriber.js';
import { MANAGE_LINK, paths } from './paths.js';
import { readWishes } from './subscribe-form.js';
import { eventsFor, managePage, messagePage, noticeOf, type Reading } from './subscribe-page.js';
import { type Subscriber, topicsAbout } from './subscriber.js';
import { findSubscriber } from './subscriber-repository.js';

export function manageRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/press/alerts/:token', privatePage, async (req, res) => {
    const token = tokenOf(req);
    const subscriber = await open(deps, token);
    if (!subscriber) return showGone(res);
    const reading = readingOf(res);
    const events = await eventsOf(deps, subscriber);
    const said = ['confirmed', 'saved'].find((name) => name === req.query.notice);
    const notice = said ? noticeOf(reading.t, 'success', said) : undefined;
    const page = managePage(reading, { events, subscriber, token }, undefined, notice);
    await renderPage(res, 'alerts/manage', page);
  });

  router.post('/press/alerts/:token', privatePage, requireFormToken(deps), async (req, res) => {
    const token = tokenOf(req);
    const subscriber = await open(deps, token);
    if (!subscriber) return showGone(res);
    const reading = readingOf(res);
    const events = await eventsOf(deps, subscriber);
    const form = readWishes(req, topicsAbout(events));
    if (!form.ok) {
      const state = { entered: form.entered, errors: showErrors(reading.t, form.errors) };
      const page = managePage(reading, { events, subscriber, token }, state);
      return renderPage(res, 'alerts/manage', page, 400);
    }
    try {
      await changeWishes(deps, subscriber.id, form.wishes);
    } catch (refusal) {
      if (!(refusal instanceof Gone)) throw refusal;
      return showGone(res);
    }
    res.redirect(303, `${paths.manage(reading.lang, token)}?notice=saved`);
  });

  /** Mail scanners follow links, so GET changes nothing. */
  router.get('/press/alerts/:token/unsubscribe', privatePage, async (req, res) => {
    const token = tokenOf(req);
    const subscriber = await open(deps, token);
    if (!subscriber) return showGone(res);
    const reading = readingOf(res);
    const action = paths.unsubscribe(reading.lang, token);
    const button = { action, label: reading.t('alerts:manage.unsubscribe') };
    const links = [{ label: reading.t('alerts:manage.title'), href: paths.manage(reading.lang, token) }];
    const about = { button, links, values: { email: subscriber.email } };
    await renderPage(res, 'alerts/message', messagePage(reading, 'unsubscribe', about));
  });

  /**
   * From the page or from a mail program (RFC 8058): the link alone says who asks, without cookie or form token, and
   * the answer is no redirect. Doing it twice is fine.
   */
  router.post('/press/alerts/:token/unsubscribe', privatePage, async (req, res) => {
    await unsubscribe(deps, linkIn(deps, tokenOf(req)).id);
    await renderPage(res, 'alerts/message', messagePage(readingOf(res), 'unsubscribed'));
  });

  return router;
}

const tokenOf = (req: Request): string => String(req.params.token);
const readingOf = (res: Response): Reading => ({ t: translateFor(res), lang: langOf(res) });

function linkIn({ keys }: Deps, token: string) {
  const link = readToken(keys, MANAGE_LINK, token);
  if (!link) throw new NotFound();
  return link;
}

/** Undefined when the address has left the list. */
async function open(deps: Deps, token: string): Promise<Subscriber | undefined> {
  const subscriber = await findSubscriber(deps.db, linkIn(deps, token).id);
  return subscriber?.confirmedAt ? subscriber : undefined;
}

async function eventsOf({ reader }: Deps, { wishes }: Subscriber) {
  return eventsFor(await listEvents(reader, EVENT_STATES), wishes.topics);
}

const showGone = (res: Response): Promise<void> =>
  renderPage(res, 'alerts/message', messagePage(readingOf(res), 'gone'), 410);
