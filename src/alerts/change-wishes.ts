/** A subscriber chooses other topics or languages; letters that were paused are sent again. */
import type { Deps } from '../platform/deps.js';
import { Gone } from '../platform/errors.js';
import type { Wishes } from './subscriber.js';
import { lockSubscriber, resumeSubscriber, setWishes } from './subscriber-repository.js';

/** Throws Gone when the address was deleted since the page was opened. */
export async function changeWishes({ db }: Deps, id: number, wishes: Wishes): Promise<void> {
  await db.transaction(async (trx) => {
    const subscriber = await lockSubscriber(trx, id);
    if (!subscriber?.confirmedAt) throw new Gone();
    await setWishes(trx, id, wishes);
    // Whoever has the link reads mail at this address.
    await resumeSubscriber(trx, id);
  });
}
