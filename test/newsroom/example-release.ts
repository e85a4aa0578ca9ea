/** An invented release, so that a test names only what it is about. */
import { insertRelease } from '../../src/newsroom/index.js';
import type { Release } from '../../src/newsroom/release.js';
import type { Db } from '../../src/platform/database.js';

let count = 0;

export function exampleRelease(changes: Partial<Release> = {}): Omit<Release, 'id'> {
  count += 1;
  return {
    pair: `pair-${count}`,
    language: 'de',
    year: 2024,
    slug: `meldung-${count}`,
    eventId: undefined,
    state: 'published',
    publishAt: new Date('2024-10-01T08:00:00Z'),
    embargoUntil: undefined,
    updatedAt: new Date('2024-10-01T08:00:00Z'),
    version: 1,
    correction: undefined,
    withdrawal: undefined,
    place: 'Musterstadt',
    title: 'Die Titelzeile',
    subtitle: 'Die Unterzeile',
    teaser: 'Der Vorspann.',
    body: 'Erster Absatz.\n\n[1]\n\nZweiter Absatz.',
    quotes: [
      { text: 'Das ist ein Zitat.', speaker: 'Erika Mustermann', function: 'Sprecherin (erfundene Person)' },
    ],
    contact: { name: 'Pressestelle', email: 'presse@ministerium.example', phone: '+49 361 0000000' },
    boilerplate: 'Über das Haus.',
    assets: [],
    ...changes,
  };
}

export function addRelease(db: Db, changes: Partial<Release> = {}): Promise<Release> {
  return insertRelease(db, exampleRelease(changes));
}
