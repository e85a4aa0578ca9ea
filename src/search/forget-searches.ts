/** When a person is forgotten, saved views that look for their name or address go as well. */
import type { AccreditationRequest } from '../accreditation/index.js';
import type { Trx } from '../platform/database.js';
import { deleteSavedFilters, listSavedSearches } from './saved-filter-repository.js';
import { searchWords } from './words.js';

/** Part of the caller's transaction. */
export async function forgetSearches(
  trx: Trx,
  { firstName, lastName, email, reference }: AccreditationRequest,
): Promise<void> {
  const own = searchWords(`${lastName} ${firstName} ${reference} ${email}`);
  const names = (query: string): boolean => {
    const words = searchWords(new URLSearchParams(query).get('q') ?? '');
    return words.length > 0 && words.every((word) => own.some((mine) => mine.startsWith(word)));
  };
  const found = (await listSavedSearches(trx)).filter(({ query }) => names(query));
  if (found.length > 0)
    await deleteSavedFilters(
      trx,
      found.map(({ id }) => id),
    );
}
