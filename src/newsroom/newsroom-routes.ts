/** The public side of the newsroom: the list and each release, as page and as file. */
import { type Request, type Response, Router } from 'express';
import { listEvents } from '../events/index.js';
import { listPublicAssets } from '../mediakit/index.js';
import type { Db } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import type { ReleaseFormat } from './paths.js';
import { type ListChoice, type ListEvent, PAGE_SIZE, pressListPage } from './press-list-page.js';
import { releaseCopy } from './release-copy-page.js';
import { sendReleaseFile } from './release-file-routes.js';
import { releasePage } from './release-page.js';
import {
  countPublicReleases,
  findPublicRelease,
  listPublicReleases,
  listReleaseFilters,
} from './release-repository.js';

export function newsroomRoutes({ reader: db, clock, config }: Deps): Router {
  const router = Router();

  router.get('/press', async (req, res) => {
    const lang = langOf(res);
    const now = clock.now();
    const filters = await listReleaseFilters(db, lang, now);
    const events = await publicEvents(db);
    const choice = readChoice(req, events);
    const wanted = { lang, now, question: choice.q, year: choice.year, eventId: choice.event?.id };
    const total = await countPublicReleases(db, wanted);
    if (choice.page > Math.max(1, Math.ceil(total / PAGE_SIZE))) throw new NotFound();
    const offset = (choice.page - 1) * PAGE_SIZE;
    const releases = await listPublicReleases(db, { ...wanted, limit: PAGE_SIZE, offset });
    const named = events.filter(({ id }) => filters.eventIds.includes(id));
    const found = { releases, total, years: filters.years, events: named };
    res.set('Cache-Control', 'no-cache');
    await renderPage(res, 'newsroom/list', pressListPage(lang, translateFor(res), found, choice));
  });

  router.get('/press/:year/:file', async (req, res) => {
    const [, slug, format] = /^([a-z0-9-]+)(?:\.(txt|md|pdf))?$/.exec(req.params.file) ?? [];
    const lang = langOf(res);
    const now = clock.now();
    const found = await findRelease(db, lang, { year: req.params.year, slug }, now);
    const t = translateFor(res);
    const site = { baseUrl: config.baseUrl, issuer: issuerOf(res, lang), now };
    const copy = releaseCopy(lang, t, found.release, site);
    const file = { release: found.release, copy, quote: req.query.quote };
    if (format) return sendReleaseFile(res, { ...file, format: format as ReleaseFormat });
    const slugs = found.release.assets;
    const assets = (await listPublicAssets(db, { now, slugs })).sort(
      (a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug),
    );
    const around = { translation: found.translation, assets, baseUrl: config.baseUrl };
    res.set('Cache-Control', 'no-cache');
    await renderPage(res, 'newsroom/release', releasePage(lang, t, found.release, copy, around));
  });

  return router;
}

/** Unknown, a draft, withdrawn or under embargo: the same answer, as if it did not exist. */
async function findRelease(db: Db, lang: Lang, asked: { year: string; slug: string | undefined }, now: Date) {
  if (!asked.slug || !/^\d{4}$/.test(asked.year)) throw new NotFound();
  const found = await findPublicRelease(db, { lang, year: Number(asked.year), slug: asked.slug }, now);
  if (!found) throw new NotFound();
  return found;
}

async function publicEvents(db: Db): Promise<ListEvent[]> {
  const events = await listEvents(db, ['published', 'archived']);
  return events.map(({ id, slug, texts }) => ({ id, slug, title: texts.title }));
}

function readChoice(req: Request, events: ListEvent[]): ListChoice {
  const text = (name: string): string => {
    const value = req.query[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const page = Number(text('page') || 1);
  return {
    q: text('q').slice(0, 200),
    year: /^\d{4}$/.test(text('year')) ? Number(text('year')) : undefined,
    event: events.find(({ slug }) => slug === text('event')),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

const issuerOf = (res: Response, lang: Lang): string =>
  (res.locals.operator as { name: Record<Lang, string> } | undefined)?.name[lang] ?? '';
