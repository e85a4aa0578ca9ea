/** The media kit at the desk: the list, the page of one asset, its files before they are public. */
import { type Request, type Response, Router } from 'express';
import { EVENT_STATES, listEvents } from '../events/index.js';
import {
  type Asset,
  findNextDraft,
  findRendition,
  getAsset,
  listAssets,
  sendRendition,
} from '../mediakit/index.js';
import type { Deps } from '../platform/deps.js';
import { idOf, orFasterNotice, seenVersionOf } from '../platform/desk-entry.js';
import { Conflict, NotFound } from '../platform/errors.js';
import { type Entered, enteredOf, type FieldError, textOf } from '../platform/form.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { actorOf, currentMember, may, requireRight } from '../staff/index.js';
import { assetEditPage } from './asset-edit-page.js';
import { enterAsset } from './asset-fields-page.js';
import { readAssetForm } from './asset-form.js';
import { discardAsset, moveAsset, saveAsset, withdrawAsset } from './change-asset.js';
import { mediaListPage } from './media-list-page.js';
import { type ListChoice, paths } from './paths.js';

/** Mounted under `/staff`, behind the routes of the upload. */
export function mediaDeskRoutes(deps: Deps): Router {
  const router = Router();
  const reads = requireRight('media', 'read');
  const writes = requireRight('media', 'write');
  const seenBy = (req: Request) => ({ id: idOf(req), version: seenVersionOf(req) });
  const by = (req: Request) => actorOf(currentMember(req));

  router.get('/media', reads, (req, res) => showList(deps, req, res));
  router.get('/media/:id/files/:rendition', reads, async (req, res, next) => {
    const asset = await getAsset(deps.db, idOf(req));
    const rendition = findRendition(asset, String(req.params.rendition));
    if (!rendition) throw new NotFound();
    const wish = { rendition, updatedAt: asset.updatedAt, keep: 'private, no-cache' };
    sendRendition(deps.config, { res, next }, wish);
  });
  router.get('/media/:id', writes, async (req, res) => {
    const asset = await getAsset(deps.db, idOf(req));
    await showAsset(deps, res, { asset, entered: enterAsset(asset) });
  });
  router.post('/media/:id', writes, (req, res) => save(deps, req, res));
  router.post('/media/:id/withdraw', writes, async (req, res) => {
    await orFasterNotice(req, 'mediadesk:notices.faster', async () => {
      await withdrawAsset(deps, by(req), seenBy(req));
      leaveNotice(req, 'mediadesk:notices.withdrawn');
    });
    res.redirect(303, paths.asset(idOf(req)));
  });
  router.post('/media/:id/discard', writes, async (req, res) => {
    await orFasterNotice(req, 'mediadesk:notices.faster', async () => {
      await discardAsset(deps, by(req), seenBy(req));
      leaveNotice(req, 'mediadesk:notices.discarded');
    });
    res.redirect(303, paths.list());
  });
  router.post('/media/:id/move', writes, async (req, res) => {
    const direction = textOf(enteredOf(req), 'direction') === 'up' ? 'up' : 'down';
    await moveAsset(deps, by(req), idOf(req), direction);
    res.redirect(303, `${paths.list()}#asset-${idOf(req)}`);
  });
  return router;
}

async function showList({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const said = (name: keyof ListChoice) =>
    typeof req.query[name] === 'string' ? req.query[name] : undefined;
  const choice = { state: said('state'), kind: said('kind'), event: said('event'), q: said('q')?.trim() };
  const [assets, events] = [await listAssets(db), await listEvents(db, EVENT_STATES)];
  const writes = may(currentMember(req).role, 'media', 'write');
  const shown = { t: translateFor(res), lang: langOf(res), now: clock.now(), assets, events, writes };
  await renderDesk(res, 'mediadesk/list', mediaListPage(shown, choice));
}

async function save(deps: Deps, req: Request, res: Response): Promise<void> {
  const asset = await getAsset(deps.db, idOf(req));
  const events = await listEvents(deps.db, EVENT_STATES);
  const step = textOf(enteredOf(req), 'step') === 'publish' ? ('publish' as const) : undefined;
  const whole = step !== undefined || asset.state === 'published';
  const form = await readAssetForm(req, { asset, whole, eventIds: events.map(({ id }) => id) });
  if (!form.ok) return showAsset(deps, res, { asset, entered: form.entered, errors: form.errors });
  const seen = { id: asset.id, version: seenVersionOf(req) };
  try {
    await saveAsset(deps, actorOf(currentMember(req)), seen, form.input, step);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const current = await getAsset(deps.db, asset.id);
    return showAsset(deps, res, { asset: current, entered: enteredOf(req), overtaken: true });
  }
  leaveNotice(req, step ? noticeOf(form.input, deps.clock.now()) : 'fields:desk.saved');
  res.redirect(303, paths.asset(asset.id));
}

const noticeOf = ({ embargoUntil }: Pick<Asset, 'embargoUntil'>, now: Date): string =>
  embargoUntil && embargoUntil > now ? 'mediadesk:notices.embargoed' : 'mediadesk:notices.published';

interface Shown {
  asset: Asset;
  entered: Entered;
  errors?: FieldError[];
  overtaken?: boolean;
}

async function showAsset({ db, clock }: Deps, res: Response, shown: Shown): Promise<void> {
  const { asset, entered, errors = [], overtaken = false } = shown;
  const page = assetEditPage({
    ...{ t: translateFor(res), lang: langOf(res), now: clock.now(), asset, overtaken },
    events: await listEvents(db, EVENT_STATES),
    next: await findNextDraft(db, asset.id),
    state: { entered, errors },
  });
  await renderDesk(res, 'mediadesk/asset', page, overtaken ? 409 : errors.length > 0 ? 400 : 200);
}
