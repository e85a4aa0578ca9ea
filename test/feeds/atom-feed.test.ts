import assert from 'node:assert/strict';
import { atomFeed } from '../../src/feeds/atom-feed.js';
import type { Feed } from '../../src/feeds/feed-page.js';
import { childrenOf, linkOf, readXml, textOf } from '../support/xml-reader.js';
import { EVIL, exampleFeed, exampleItem, TAMED } from './example-feed.js';

const read = (changes: Partial<Feed> = {}) => readXml(atomFeed(exampleFeed(changes)));

describe('a feed as Atom', () => {
  it('has what RFC 4287 asks of a feed', () => {
    const feed = read();
    assert.equal(feed.uri, 'http://www.w3.org/2005/Atom');
    assert.equal(textOf(feed, 'id'), 'https://press.example/de/press/feed.atom');
    assert.equal(textOf(feed, 'title'), 'Medieninformationen');
    assert.equal(textOf(feed, 'updated'), '2024-10-02T09:20:00.000Z');
    assert.equal(textOf(childrenOf(feed, 'author')[0]!, 'name'), 'Musterministerium');
    assert.equal(feed.attributes['xml:lang'], 'de');
    assert.equal(linkOf(feed, 'alternate'), 'https://press.example/de/press');
  });

  it('has its neighbours where there are any (RFC 5005)', () => {
    const feed = read();
    assert.match(linkOf(feed, 'self'), /event=x&page=2$/);
    assert.match(linkOf(feed, 'previous'), /event=x$/);
    assert.equal(linkOf(feed, 'next'), '');
  });

  it('has what RFC 4287 asks of an entry, with version, files and pictures', () => {
    const [entry] = childrenOf(read(), 'entry');
    const { url, versionUrl } = exampleItem();
    assert.equal(textOf(entry!, 'id'), url);
    assert.equal(textOf(entry!, 'published'), '2024-10-01T08:00:00.000Z');
    assert.equal(textOf(entry!, 'updated'), '2024-10-02T09:20:00.000Z');
    assert.equal(textOf(entry!, 'summary'), 'Berichtigt: Richtig sind 24. Der Vorspann.');
    assert.equal(textOf(entry!, 'content'), '<p>Ein <strong>Absatz</strong> &amp; mehr</p>');
    assert.equal(linkOf(entry!, 'latest-version'), versionUrl);
    const enclosure = childrenOf(entry!, 'link').find(({ attributes }) => attributes.rel === 'enclosure');
    assert.deepEqual(
      [enclosure!.attributes.type, enclosure!.attributes.length, enclosure!.attributes.title],
      ['image/jpeg', '1234', 'Der Saal'],
    );
    const alternates = childrenOf(entry!, 'link').filter(({ attributes }) => attributes.rel === 'alternate');
    assert.deepEqual(
      alternates.map(({ attributes }) => attributes.type),
      ['text/html', 'application/pdf', 'application/json'],
    );
  });

  it('buries what was withdrawn (RFC 6721)', () => {
    const url = 'https://press.example/de/press/2024/falsch';
    const at = new Date('2024-10-03T06:00:00Z');
    const feed = read({
      withdrawn: [
        { url, at, note: 'Die Zahlen <stimmten> nicht.' },
        { url: `${url}-2`, at, note: '' },
      ],
    });
    const [stone, plain] = childrenOf(feed, 'deleted-entry');
    assert.equal(stone!.uri, 'http://purl.org/atompub/tombstones/1.0');
    assert.deepEqual(
      [stone!.attributes.ref, stone!.attributes.when],
      ['https://press.example/de/press/2024/falsch', '2024-10-03T06:00:00.000Z'],
    );
    assert.equal(textOf(stone!, 'comment'), 'Die Zahlen <stimmten> nicht.');
    assert.deepEqual(plain!.children, []);
  });

  it('lets no title, note or address become markup', () => {
    const evil = { title: EVIL, summary: EVIL, html: EVIL, correction: '', versionUrl: `https://x/?a"&<b>` };
    const feed = read({
      title: EVIL,
      description: EVIL,
      issuer: EVIL,
      items: [exampleItem({ ...evil, attachments: [{ ...exampleItem().attachments[0]!, title: EVIL }] })],
    });
    const [entry] = childrenOf(feed, 'entry');
    assert.equal(textOf(feed, 'title'), TAMED);
    for (const name of ['title', 'summary', 'content']) assert.equal(textOf(entry!, name), TAMED, name);
    assert.equal(linkOf(entry!, 'latest-version'), `https://x/?a"&<b>`);
  });
});
