/** A feed as RSS 2.0; where that has no word for it, in the words of Atom and Dublin Core. */
import { escapeXml } from '../platform/xml.js';
import type { Feed, FeedItem } from './feed-page.js';
import { attributes, element, XML_HEAD } from './markup.js';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

export function rssFeed(feed: Feed): string {
  return [
    XML_HEAD,
    `<rss version="2.0"${attributes(NAMESPACES)}>`,
    '<channel>',
    element('title', feed.title),
    element('link', feed.homeUrl),
    element('description', feed.description),
    element('language', feed.lang),
    element('lastBuildDate', feed.updatedAt.toUTCString()),
    ...(['self', 'first', 'previous', 'next', 'last'] as const)
      .filter((rel) => feed[rel] !== '')
      .map((rel) => `<atom:link${attributes({ rel, type: 'application/rss+xml', href: feed[rel] })}/>`),
    ...feed.items.map((item) => itemOf(item, feed.issuer)),
    '</channel>',
    '</rss>\n',
  ].join('\n');
}

function itemOf(item: FeedItem, issuer: string): string {
  // Readers of RSS expect one at most.
  const [picture] = item.attachments;
  return [
    '<item>',
    element('title', item.title),
    element('link', item.url),
    `<guid isPermaLink="true">${escapeXml(item.url)}</guid>`,
    element('pubDate', item.publishedAt.toUTCString()),
    element('atom:updated', item.changedAt.toISOString()),
    `<atom:link${attributes({ rel: 'latest-version', type: 'text/html', href: item.versionUrl })}/>`,
    element('dc:creator', issuer),
    element('dc:language', item.lang),
    // RSS reads it as HTML.
    element('description', escapeXml([item.correction, item.summary].filter(Boolean).join(' '))),
    element('content:encoded', item.html),
    ...(picture
      ? [
          `<enclosure${attributes({ url: picture.url, length: String(picture.bytes), type: picture.contentType })}/>`,
        ]
      : []),
    '</item>',
  ].join('\n');
}
