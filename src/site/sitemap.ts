/** The sitemap (sitemaps.org): every page that anybody may find, each with its other language. */
import { alertsPaths } from '../alerts/index.js';
import { eventPaths, listEvents } from '../events/index.js';
import { listPublicAssets, mediaPaths } from '../mediakit/index.js';
import { listReleaseAddresses, newsroomPaths } from '../newsroom/index.js';
import type { Db } from '../platform/database.js';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import { escapeXml } from '../platform/xml.js';
import { LEGAL_PAGES, paths } from './paths.js';

/** One page in the languages that it has. */
export interface SitemapEntry {
  addresses: { lang: Lang; path: string }[];
  changedAt?: Date;
}

export async function listSitemapEntries(db: Db, now: Date): Promise<SitemapEntry[]> {
  const events = await listEvents(db, ['published', 'archived']);
  const releases = await listReleaseAddresses(db, now);
  const assets = await listPublicAssets(db, { now });
  return [
    inBothLanguages(paths.home),
    inBothLanguages(eventPaths.events),
    inBothLanguages((lang) => newsroomPaths.releases(lang)),
    inBothLanguages(alertsPaths.subscribe),
    inBothLanguages((lang) => mediaPaths.media(lang)),
    ...events.map(({ slug }) => inBothLanguages((lang) => eventPaths.event(lang, slug))),
    ...releases.map(({ versions, changedAt }) => ({
      addresses: versions.map((version) => ({ lang: version.lang, path: newsroomPaths.release(version) })),
      changedAt,
    })),
    ...assets.map(({ slug, updatedAt }) => ({
      ...inBothLanguages((lang) => mediaPaths.asset(lang, slug)),
      changedAt: updatedAt,
    })),
    ...LEGAL_PAGES.map((name) => inBothLanguages((lang) => paths.legal(lang, name))),
    { addresses: [{ lang: 'de', path: paths.easyLanguage }] },
  ];
}

const inBothLanguages = (pathIn: (lang: Lang) => string): SitemapEntry => ({
  addresses: LANGUAGES.map((lang) => ({ lang, path: pathIn(lang) })),
});

export function toSitemap(entries: readonly SitemapEntry[], baseUrl: string): string {
  const urls = entries.flatMap((entry) => entry.addresses.map(({ path }) => toUrl(entry, path, baseUrl)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>\n',
  ].join('\n');
}

function toUrl({ addresses, changedAt }: SitemapEntry, path: string, baseUrl: string): string {
  const alternates = addresses.length > 1 ? addresses : [];
  return [
    `<url><loc>${escapeXml(baseUrl + path)}</loc>`,
    changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '',
    ...alternates.map(
      (other) =>
        `<xhtml:link rel="alternate" hreflang="${other.lang}" href="${escapeXml(baseUrl + other.path)}"/>`,
    ),
    '</url>',
  ].join('');
}
