import assert from 'node:assert/strict';
import { z } from 'zod';
import { jsonFeed } from '../../src/feeds/json-feed.js';
import { EVIL, exampleFeed, exampleItem } from './example-feed.js';

const moment = z.iso.datetime({ offset: true });
/** What JSON Feed 1.1 knows of what we send; only names that begin with an underscore may be our own. */
const FEED = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  next_url: z.url().optional(),
  description: z.string(),
  language: z.enum(['de', 'en']),
  authors: z.array(z.strictObject({ name: z.string() })),
  items: z.array(
    z.strictObject({
      id: z.string(),
      url: z.url(),
      language: z.enum(['de', 'en']),
      title: z.string(),
      summary: z.string(),
      content_html: z.string(),
      image: z.url(),
      date_published: moment,
      date_modified: moment,
      attachments: z
        .array(
          z.strictObject({
            url: z.url(),
            mime_type: z.string(),
            size_in_bytes: z.int(),
            title: z.string(),
          }),
        )
        .optional(),
      _release: z.strictObject({
        version: z.int(),
        version_url: z.url(),
        correction: z.string().optional(),
      }),
    }),
  ),
});
const read = (...changes: Parameters<typeof exampleFeed>) =>
  FEED.parse(JSON.parse(jsonFeed(exampleFeed(...changes))));

describe('a feed as JSON Feed', () => {
  it('keeps the rules of version 1.1, with attachments, version and correction', () => {
    const [item] = read().items;
    assert.equal(item!.id, exampleItem().url);
    assert.deepEqual(item!._release, {
      version: 2,
      version_url: exampleItem().versionUrl,
      correction: 'Berichtigt: Richtig sind 24.',
    });
    assert.equal(item!.attachments![0]!.mime_type, 'image/jpeg');
  });

  it('names the next page where there is one', () => {
    assert.equal(read().next_url, undefined);
    assert.equal(read({ next: 'https://press.example/n' }).next_url, 'https://press.example/n');
  });

  it('keeps the rules for a release without pictures and correction, and for no release at all', () => {
    const bare = exampleItem({ attachments: [], correction: '', title: EVIL });
    assert.equal(read({ items: [bare] }).items[0]!.title, EVIL);
    assert.deepEqual(read({ items: [] }).items, []);
  });
});
