/** An invented feed with one release whose words try to be markup. */
import type { Feed, FeedItem } from '../../src/feeds/feed-page.js';

export const EVIL = `<script>alert("1")</script> & ]]> 'x'\u0000\u000B`;
/** What may be left of it in XML. */
export const TAMED = `<script>alert("1")</script> & ]]> 'x'`;

export function exampleItem(changes: Partial<FeedItem> = {}): FeedItem {
  return {
    url: 'https://press.example/de/press/2024/meldung',
    lang: 'de',
    title: 'Die Titelzeile',
    summary: 'Der Vorspann.',
    html: '<p>Ein <strong>Absatz</strong> &amp; mehr</p>',
    publishedAt: new Date('2024-10-01T08:00:00Z'),
    changedAt: new Date('2024-10-02T09:20:00Z'),
    version: 2,
    versionUrl: 'https://press.example/de/press/2024/meldung/versions/2',
    correction: 'Berichtigt: Richtig sind 24.',
    card: 'https://press.example/de/press/2024/meldung/card.png?version=2',
    attachments: [
      {
        url: 'https://press.example/media/saal/web',
        contentType: 'image/jpeg',
        bytes: 1234,
        title: 'Der Saal',
      },
    ],
    ...changes,
  };
}

export function exampleFeed(changes: Partial<Feed> = {}): Feed {
  return {
    lang: 'de',
    id: 'https://press.example/de/press/feed.atom',
    title: 'Medieninformationen',
    description: 'Alles, was wir veröffentlicht haben.',
    issuer: 'Musterministerium',
    homeUrl: 'https://press.example/de/press',
    updatedAt: new Date('2024-10-02T09:20:00Z'),
    self: 'https://press.example/de/press/feed.atom?event=x&page=2',
    first: 'https://press.example/de/press/feed.atom?event=x',
    last: 'https://press.example/de/press/feed.atom?event=x&page=2',
    previous: 'https://press.example/de/press/feed.atom?event=x',
    next: '',
    items: [exampleItem()],
    withdrawn: [],
    ...changes,
  };
}
