/** What stands before and behind a request in the list it was opened from, and the how-manieth it is. */
import type { Db } from '../platform/database.js';
import { COUNT_LIMIT } from './count-repository.js';
import type { Filters } from './filters.js';
import type { Asker } from './narrow-repository.js';
import { findSurroundings } from './neighbours-repository.js';
import { findPlace } from './queue-repository.js';

export interface Neighbours {
  previous: string | undefined;
  next: string | undefined;
  /** The second of 31; undefined where it is not in the list any more, or too far down to be counted. */
  position: { place: number; found: number } | undefined;
}

/** The requests before and behind this one in the list it was opened from. */
export async function readNeighbours(
  db: Db,
  filters: Filters,
  asker: Asker,
  reference: string,
): Promise<Neighbours> {
  const place = await findPlace(db, reference);
  if (!place) return { previous: undefined, next: undefined, position: undefined };
  const { previous, next, before, found, stands } = await findSurroundings(db, filters, asker, place);
  const counted = stands && before < COUNT_LIMIT;
  return { previous, next, position: counted ? { place: before + 1, found } : undefined };
}
