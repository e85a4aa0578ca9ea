/** Volume for measurements: many releases in both languages, one every few hours back from now, with the words of the demo. */
import { randomInt } from 'node:crypto';
import { EVENT_STATES, listEvents } from '../events/index.js';
import { insertRelease } from '../newsroom/index.js';
import { yearOf } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { readDemoReleases } from './demo-releases.js';

const APART_MS = 9 * 3600_000;
const BATCH = 100;

/** Adds `count` releases, each in German and English, to the newest event; throws when there is none. */
export async function seedReleases({ db, clock }: Deps, count: number): Promise<void> {
  const [event] = await listEvents(db, EVENT_STATES);
  if (!event) throw new Error('Load the demo or create an event first.');
  const texts = (await readDemoReleases(event.id)).filter(({ first }) => !first.embargoUntil);
  const start = clock.now().getTime();
  const run = randomInt(36 ** 4).toString(36);
  for (let from = 0; from < count; from += BATCH)
    await db.transaction(async (trx) => {
      for (let number = from; number < Math.min(count, from + BATCH); number += 1)
        for (const { first } of pairAt(texts, number)) {
          const publishAt = new Date(start - (number + 1) * APART_MS);
          await insertRelease(trx, {
            ...first,
            pair: `seed-${run}-${number}`,
            slug: `${first.slug}-${run}-${number}`,
            title: `${first.title} (${number + 1})`,
            year: yearOf(publishAt),
            publishAt,
            updatedAt: publishAt,
          });
        }
    });
}

/** Both languages of a release of the demo, one release after the other. */
function pairAt<Text>(texts: readonly Text[], number: number): Text[] {
  const at = (number % (texts.length / 2)) * 2;
  return texts.slice(at, at + 2);
}
