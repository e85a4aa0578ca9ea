/** Addresses for machines: whether the portal lives, what may be crawled, whom to tell about a hole in the fence. */
import { type RequestHandler, Router } from 'express';
import { assetPath } from '../platform/assets.js';
import { isMigrated } from '../platform/database.js';
import { addDays } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { listSitemapEntries, toSitemap } from './sitemap.js';

/** Stands before everything that reads settings: these answers must not depend on them. */
export function machineRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').type('text').send('ok\n');
  });
  router.get('/readyz', readiness(deps));
  router.get('/robots.txt', (_req, res) => {
    res.type('text').send(robotsFor(deps.config.baseUrl));
  });
  router.get('/sitemap.xml', async (_req, res) => {
    const entries = await listSitemapEntries(deps.db, deps.clock.now());
    res
      .set('Cache-Control', 'no-cache')
      .type('application/xml')
      .send(toSitemap(entries, deps.config.baseUrl));
  });
  router.get('/.well-known/security.txt', (_req, res) => {
    res.type('text').send(securityContact(deps));
  });
  router.get('/favicon.ico', (_req, res) => {
    res.set('Cache-Control', 'no-cache').redirect(302, assetPath('icon.svg'));
  });
  return router;
}

/** 503 while the database does not answer or its tables are older than this build. */
function readiness({ db, log }: Deps): RequestHandler {
  return async (_req, res) => {
    const ready = await isMigrated(db).catch((error: unknown) => {
      log.warn({ err: error }, 'the database does not answer');
      return false;
    });
    res
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text')
      .send(ready ? 'ready\n' : 'not ready\n');
  };
}

const NOT_FOR_SEARCH = [
  '/staff',
  '/api/',
  ...['de', 'en'].flatMap((lang) => [
    `/${lang}/accreditation/`,
    `/${lang}/press/preview/`,
    `/${lang}/press/alerts/`,
  ]),
];

const robotsFor = (baseUrl: string): string =>
  lines(
    'User-agent: *',
    ...NOT_FOR_SEARCH.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${baseUrl}/sitemap.xml`,
    `Sitemap: ${baseUrl}/news-sitemap.xml`,
  );

/** RFC 9116. It wants less than a year until the file expires; the running portal renews it at every request. */
function securityContact({ config, realClock }: Deps): string {
  return lines(
    `Contact: mailto:${config.pressOfficeEmail}`,
    `Expires: ${addDays(realClock.now(), 360).toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: de, en',
    `Canonical: ${config.baseUrl}/.well-known/security.txt`,
  );
}

const lines = (...all: string[]): string => `${all.join('\n')}\n`;
