/** The pages of the media kit, for everybody. */
import { Router } from 'express';
import { listEvents } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import type { Lang } from '../platform/languages.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { ASSET_KINDS, type Asset } from './asset.js';
import { assetPage } from './asset-page.js';
import { getPublicAsset, listPublicAssets } from './asset-repository.js';
import { type KitBox, type MediaEvent, mediaPage } from './media-page.js';

/** The offer of a ZIP; made on a floor above. */
export type KitOffer = (
  deps: Deps,
  lang: Lang,
  event: MediaEvent,
  assets: readonly Asset[],
) => KitBox | undefined;

export function mediaRoutes(deps: Deps, kitBoxFor: KitOffer): Router {
  const { db, clock, config } = deps;
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
    const lang = langOf(res);
    const page = mediaPage(lang, translateFor(res), { assets, events }, choice, (event, ofEvent) =>
      kitBoxFor(deps, lang, event, ofEvent),
    );
    res.set('Cache-Control', 'no-cache');
    await renderPage(res, 'mediakit/media', page);
  });

  router.get('/media/:asset', async (req, res) => {
    const asset = await getPublicAsset(db, req.params.asset, clock.now());
    res.set('Cache-Control', 'no-cache');
    await renderPage(res, 'mediakit/asset', assetPage(langOf(res), translateFor(res), asset, config.baseUrl));
  });

  return router;
}
