/** A member keeps a view of the queue under a name. */
import { violatesUnique } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { BadFilterName, LONGEST_NAME, MOST_SAVED, type SavedFilter } from './saved.js';
import { insertSavedFilter, listSavedFilters } from './saved-filter-repository.js';

/** Throws BadFilterName with the sentence for the field. */
export async function saveFilter(
  { db, clock }: Deps,
  memberId: number,
  { name, query }: Omit<SavedFilter, 'id'>,
): Promise<void> {
  if (name === '') throw new BadFilterName('queue:saved.errors.empty');
  if (name.length > LONGEST_NAME) throw new BadFilterName('queue:saved.errors.long', LONGEST_NAME);
  try {
    await db.transaction(async (trx) => {
      const saved = await listSavedFilters(trx, memberId);
      if (saved.length >= MOST_SAVED) throw new BadFilterName('queue:saved.errors.many', MOST_SAVED);
      await insertSavedFilter(trx, memberId, { name, query }, clock.now());
    });
  } catch (error) {
    if (violatesUnique(error, 'name')) throw new BadFilterName('queue:saved.errors.taken');
    throw error;
  }
}
