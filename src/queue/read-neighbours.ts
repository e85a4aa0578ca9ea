/** What stands before and behind a request in the list it was opened from. */
import type { Db } from '../platform/database.js';
import type { Filters } from './filters.js';
import type { Asker } from './narrow-repository.js';
import { findNeighbours, findPlace } from './queue-repository.js';

export interface Neighbours {
  previous: string | undefined;
  next: string | undefined;
}

/** The requests before and behind this one in the list it was opened from. */
export async function readNeighbours(
  db: Db,
  filters: Filters,
  asker: Asker,
  reference: string,
): Promise<Neighbours> {
  const place = await findPlace(db, reference);
  if (!place) return { previous: undefined, next: undefined };
  const near = await findNeighbours(db, filters, asker, place);
  return { previous: near.get('previous'), next: near.get('next') };
}
