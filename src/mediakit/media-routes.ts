/** The pages of the media kit, for everybody. */
import { Router } from 'express';
import { listEvents } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { ASSET_KINDS } from './asset.js';
import { assetPage } from './asset-page.js';
import { getPublicAsset, listPublicAssets } from './asset-repository.js';
import { mediaPage } from './media-page.js';

export function mediaRoutes({ db, clock, config }: Deps): Router {
  const router = Router();

  router.get('/media', async (req, res) => {
    const assets = await listPublicAssets(db, { now: clock.now() });
    const events = (await listEvents(db, ['published', 'archived'])).map(({ id, slug, texts }) => ({
      id,
      slug,
      title: texts.title,
    }));
    const choice = {
      kind: ASSET_KINDS.find((kind) => kind === req.query.kind),
      event: events.find(({ slug }) => slug === req.query.event),
    };
    res.set('Cache-Control', 'no-cache');
    await renderPage(
      res,
      'mediakit/media',
      mediaPage(langOf(res), translateFor(res), { assets, events }, choice),
    );
  });

  router.get('/media/:asset', async (req, res) => {
    const asset = await getPublicAsset(db, req.params.asset, clock.now());
    res.set('Cache-Control', 'no-cache');
    await renderPage(res, 'mediakit/asset', assetPage(langOf(res), translateFor(res), asset, config.baseUrl));
  });

  return router;
}
