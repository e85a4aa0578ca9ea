import assert from 'node:assert/strict';
import type { Feed } from '../../src/feeds/feed-page.js';
import { rssFeed } from '../../src/feeds/rss-feed.js';
import { childrenOf, linkOf, readXml, textOf } from '../support/xml-reader.js';
import { EVIL, exampleFeed, exampleItem, TAMED } from './example-feed.js';

const read = (changes: Partial<Feed> = {}) => {
  const rss = readXml(rssFeed(exampleFeed(changes)));
  assert.equal(rss.attributes.version, '2.0');
  return childrenOf(rss, 'channel')[0]!;
};
/** As RFC 822 wants them, with a year of four digits. */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

describe('a feed as RSS', () => {
  it('has title, link, description, language, date and its own address', () => {
    const channel = read();
    assert.equal(textOf(channel, 'title'), 'Medieninformationen');
    assert.equal(textOf(channel, 'link'), 'https://press.example/de/press');
    assert.equal(textOf(channel, 'language'), 'de');
    assert.match(textOf(channel, 'lastBuildDate'), DATE);
    assert.match(linkOf(channel, 'self'), /page=2$/);
  });

  it('has releases with a lasting address, both dates, text, version, language and one picture', () => {
    const [item] = childrenOf(read(), 'item');
    assert.equal(textOf(item!, 'guid'), exampleItem().url);
    assert.equal(textOf(item!, 'pubDate'), 'Tue, 01 Oct 2024 08:00:00 GMT');
    assert.equal(textOf(item!, 'updated'), '2024-10-02T09:20:00.000Z');
    assert.equal(linkOf(item!, 'latest-version'), exampleItem().versionUrl);
    assert.equal(textOf(item!, 'creator'), 'Musterministerium');
    assert.equal(childrenOf(item!, 'language')[0]!.uri, 'http://purl.org/dc/elements/1.1/');
    assert.equal(textOf(item!, 'encoded'), exampleItem().html);
    assert.equal(textOf(item!, 'description'), 'Berichtigt: Richtig sind 24. Der Vorspann.');
    const two = [...exampleItem().attachments, ...exampleItem().attachments];
    const [single] = childrenOf(read({ items: [exampleItem({ attachments: two })] }), 'item');
    assert.deepEqual(
      childrenOf(single!, 'enclosure').map(({ attributes }) => attributes),
      [{ url: 'https://press.example/media/saal/web', length: '1234', type: 'image/jpeg' }],
    );
  });

  it('lets no title or text become markup, also not for readers that take the description as HTML', () => {
    const channel = read({ title: EVIL, items: [exampleItem({ title: EVIL, summary: EVIL, html: EVIL })] });
    const [item] = childrenOf(channel, 'item');
    assert.equal(textOf(item!, 'title'), TAMED);
    assert.equal(textOf(item!, 'encoded'), TAMED);
    assert.doesNotMatch(textOf(item!, 'description'), /[<>]/);
  });
});
