/** What search engines for news read: the releases of the last two days, and nothing older. */
import { newsroomPaths, type Release, releasedAt } from '../newsroom/index.js';
import { toRfc3339 } from '../platform/dates.js';
import type { Bilingual } from '../platform/languages.js';
import { element, XML_HEAD } from './markup.js';

export function newsSitemap(
  releases: readonly Release[],
  site: { baseUrl: string; names: Bilingual },
): string {
  return [
    XML_HEAD,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...releases.map((release) =>
      [
        `<url>${element('loc', site.baseUrl + newsroomPaths.releaseOf(release))}`,
        `<news:news><news:publication>${element('news:name', site.names[release.language])}${element('news:language', release.language)}</news:publication>`,
        element('news:publication_date', toRfc3339(releasedAt(release))),
        `${element('news:title', release.title)}</news:news></url>`,
      ].join('\n'),
    ),
    '</urlset>\n',
  ].join('\n');
}
