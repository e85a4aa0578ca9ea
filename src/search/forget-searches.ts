/** When a person is forgotten, saved views that look for their name or address, also together with their outlet, go as well. */
import type { AccreditationRequest } from '../accreditation/index.js';
import type { Trx } from '../platform/database.js';
import { deleteSavedFilters, listSavedSearches } from './saved-filter-repository.js';
import { searchWords } from './words.js';

/** Part of the caller's transaction. */
export async function forgetSearches(
  trx: Trx,
  { firstName, lastName, email, reference, outletName }: AccreditationRequest,
): Promise<void> {
  const [mailbox = '', domain = ''] = email.split('@');
  // Each by itself, because a search has a limit of words.
  const own = [lastName, firstName, reference, mailbox].flatMap(searchWords);
  // By themselves they name nobody.
  const outlet = [outletName, domain].flatMap(searchWords);
  const names = (query: string): boolean => {
    const words = searchWords(new URLSearchParams(query).get('q') ?? '');
    const begins = (mine: readonly string[]) => (word: string) => mine.some((one) => one.startsWith(word));
    return words.some(begins(own)) && words.every(begins([...own, ...outlet]));
  };
  const found = (await listSavedSearches(trx)).filter(({ query }) => names(query));
  if (found.length > 0)
    await deleteSavedFilters(
      trx,
      found.map(({ id }) => id),
    );
}
