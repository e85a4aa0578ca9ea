/** Knows again what a preview showed: the words of the run and every text around them. Changes nothing. */
import { readAllSurroundings, readLetterTexts, type Surroundings } from '../decisions/index.js';
import type { Db } from '../platform/database.js';
import type { Heap } from './heap.js';
import { countItems } from './item-list-repository.js';
import { markOf, type Run, rulingOf } from './run.js';

/** What the letters of those who would be decided speak of, once for each event. */
export async function readAround(db: Db, heaps: readonly Heap[]): Promise<Surroundings[]> {
  const ids = new Set(heaps.filter(({ state }) => state === 'waiting').map(({ eventId }) => eventId));
  return ids.size > 0 ? readAllSurroundings(db, [...ids]) : [];
}

export async function readMark(db: Db, run: Run, at: Date): Promise<string> {
  const heaps = await countItems(db, run.id);
  return readMarkOf(db, run, { heaps, around: await readAround(db, heaps) }, at);
}

/** For a page that has just read what its letters speak of. */
export async function readMarkOf(
  db: Db,
  run: Run,
  { heaps, around }: { heaps: readonly Heap[]; around: readonly Surroundings[] },
  at: Date,
): Promise<string> {
  const asked = heaps
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => a.eventId - b.eventId || a.lang.localeCompare(b.lang))
    .flatMap(({ eventId, lang }) => {
      const among = around.find(({ event }) => event.id === eventId);
      const ruling = rulingOf(run, lang);
      return among && ruling ? [{ among, lang, ruling }] : [];
    });
  return markOf(run, await readLetterTexts(db, asked, at));
}
