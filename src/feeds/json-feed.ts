/** A feed as JSON Feed 1.1. */
import type { Feed, FeedItem } from './feed-page.js';

export function jsonFeed(feed: Feed): string {
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.self,
    description: feed.description,
    language: feed.lang,
    authors: [{ name: feed.issuer }],
    ...(feed.next ? { next_url: feed.next } : {}),
    items: feed.items.map(itemOf),
  })}\n`;
}

const itemOf = (item: FeedItem) => ({
  id: item.url,
  url: item.url,
  language: item.lang,
  title: item.title,
  summary: item.summary,
  content_html: item.html,
  image: item.card,
  date_published: item.publishedAt.toISOString(),
  date_modified: item.changedAt.toISOString(),
  ...(item.attachments.length > 0
    ? {
        attachments: item.attachments.map(({ url, contentType, bytes, title }) => ({
          url,
          mime_type: contentType,
          size_in_bytes: bytes,
          title,
        })),
      }
    : {}),
  // An extension, as the format allows them: it has no word for versions.
  _release: {
    version: item.version,
    version_url: item.versionUrl,
    ...(item.correction ? { correction: item.correction } : {}),
  },
});
