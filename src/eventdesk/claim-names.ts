/** Slug and short code belong to one event only, also when two people give them away at the same moment. */
import { type EventSaved, takenNamesIn } from '../events/index.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';

/** Saves in one transaction; whoever comes second, behind its own look at the names, reads which one is taken. */
export async function claimNames(
  db: Deps['db'],
  save: (trx: Trx) => Promise<EventSaved>,
): Promise<EventSaved> {
  try {
    return await db.transaction(save);
  } catch (error) {
    const taken = takenNamesIn(error);
    if (taken.length === 0) throw error;
    return { ok: false, taken };
  }
}
