/** How many requests of a run stand where, by language and event. */
import { LANGUAGES, type Lang } from '../platform/languages.js';
import type { ItemState } from './run.js';

export interface Heap {
  state: ItemState;
  lang: Lang;
  eventId: number;
  count: number;
}

export const countOf = (heaps: readonly Heap[], ...states: ItemState[]): number =>
  heaps.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);

/** How many letters go out in each language somebody reads. */
export const readersOf = (heaps: readonly Heap[], ...states: ItemState[]): { lang: Lang; count: number }[] =>
  LANGUAGES.map((lang) => ({
    lang,
    count: countOf(
      heaps.filter((heap) => heap.lang === lang),
      ...(states.length > 0 ? states : (['waiting'] as const)),
    ),
  })).filter(({ count }) => count > 0);
