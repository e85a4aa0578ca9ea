/** A feed as Atom (RFC 4287), with pages (RFC 5005, 3) and tombstones of what was withdrawn (RFC 6721). */
import { escapeXml } from '../platform/xml.js';
import type { Feed, FeedItem } from './feed-page.js';
import { attributes, element, XML_HEAD } from './markup.js';

const TYPE = 'application/atom+xml';

export function atomFeed(feed: Feed): string {
  return [
    XML_HEAD,
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${feed.lang}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', feed.updatedAt.toISOString()),
    authorOf(feed.issuer),
    link({ rel: 'alternate', type: 'text/html', hreflang: feed.lang, href: feed.homeUrl }),
    ...(['self', 'first', 'previous', 'next', 'last'] as const)
      .filter((rel) => feed[rel] !== '')
      .map((rel) => link({ rel, type: TYPE, href: feed[rel] })),
    ...feed.withdrawn.map(
      ({ url, at, note }) =>
        `<at:deleted-entry ref="${escapeXml(url)}" when="${at.toISOString()}">${note ? element('at:comment', note) : ''}</at:deleted-entry>`,
    ),
    ...feed.items.map(entryOf),
    '</feed>\n',
  ].join('\n');
}

function entryOf(item: FeedItem): string {
  return [
    `<entry xml:lang="${item.lang}">`,
    element('id', item.url),
    element('title', item.title),
    element('published', item.publishedAt.toISOString()),
    element('updated', item.changedAt.toISOString()),
    link({ rel: 'alternate', type: 'text/html', hreflang: item.lang, href: item.url }),
    link({ rel: 'alternate', type: 'application/pdf', hreflang: item.lang, href: `${item.url}.pdf` }),
    link({ rel: 'alternate', type: 'application/json', hreflang: item.lang, href: `${item.url}.json` }),
    // RFC 5829, 3.2: the version that this entry shows, for good.
    link({ rel: 'latest-version', type: 'text/html', href: item.versionUrl }),
    ...item.attachments.map(({ url, contentType, bytes, title }) =>
      link({ rel: 'enclosure', type: contentType, length: String(bytes), title, href: url }),
    ),
    element('summary', [item.correction, item.summary].filter(Boolean).join(' ')),
    `<content type="html">${escapeXml(item.html)}</content>`,
    '</entry>',
  ].join('\n');
}

const authorOf = (name: string): string => `<author>${element('name', name)}</author>`;
const link = (values: Record<string, string>): string => `<link${attributes(values)}/>`;
