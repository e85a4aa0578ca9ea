/** The feeds of each language, in three formats, of everything or of one event. */
import { type Request, Router } from 'express';
import { listEvents } from '../events/index.js';
import { listPublicAssets } from '../mediakit/index.js';
import {
  FEED_FORMATS,
  type FeedFormat,
  issuerOf,
  listPublicReleases,
  listWithdrawnReleases,
  measurePublicReleases,
} from '../newsroom/index.js';
import type { Db } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import { sendPublicFile } from '../platform/public-file.js';
import { langOf, translateFor } from '../platform/render.js';
import { atomFeed } from './atom-feed.js';
import { FEED_SIZE, type Feed, feedPage, pagesOf } from './feed-page.js';
import { jsonFeed } from './json-feed.js';
import { rssFeed } from './rss-feed.js';

const WRITERS: Record<FeedFormat, { contentType: string; write: (feed: Feed) => string }> = {
  atom: { contentType: 'application/atom+xml; charset=utf-8', write: atomFeed },
  rss: { contentType: 'application/rss+xml; charset=utf-8', write: rssFeed },
  json: { contentType: 'application/feed+json', write: jsonFeed },
};
/** A reader that looks once a week learns of every withdrawal all the same. */
const TOMBSTONES = 100;

export function feedRoutes({ reader: db, clock, config }: Deps): Router {
  const router = Router();

  for (const format of FEED_FORMATS)
    router.get(`/press/feed.${format}`, async (req, res) => {
      const lang = langOf(res);
      const now = clock.now();
      const event = await eventOf(db, req);
      const wanted = { lang, now, eventId: event?.id };
      const { count, changedAt } = await measurePublicReleases(db, wanted);
      const page = pageOf(req);
      if (page > pagesOf(count)) throw new NotFound();
      const stretch = { limit: FEED_SIZE, offset: (page - 1) * FEED_SIZE, by: 'changed' } as const;
      const releases = await listPublicReleases(db, { ...wanted, ...stretch });
      const feed = feedPage(lang, translateFor(res), format, {
        ...{ releases, count, changedAt, event, page },
        withdrawn: page === 1 ? await listWithdrawnReleases(db, { ...wanted, limit: TOMBSTONES }) : [],
        assets: await listPublicAssets(db, {
          now,
          slugs: [...new Set(releases.flatMap(({ assets }) => assets))],
        }),
        site: { baseUrl: config.baseUrl, issuer: issuerOf(res, lang), now },
      });
      const { contentType, write } = WRITERS[format];
      sendPublicFile(res, { contentType, content: Buffer.from(write(feed)) }, feed.updatedAt);
    });

  return router;
}

async function eventOf(db: Db, { query }: Request) {
  if (query.event === undefined) return undefined;
  const events = await listEvents(db, ['published', 'archived']);
  const event = events.find(({ slug }) => slug === query.event);
  if (!event) throw new NotFound();
  return { id: event.id, slug: event.slug, title: event.texts.title };
}

function pageOf({ query }: Request): number {
  const page = Number(query.page ?? 1);
  if (!Number.isInteger(page) || page < 1) throw new NotFound();
  return page;
}
