/** The link of the letter was used: the address is proved and on the list. */
import type { Deps } from '../platform/deps.js';
import { Gone } from '../platform/errors.js';
import { confirmBy, type Subscriber } from './subscriber.js';
import { lockSubscriber, noteConfirmed } from './subscriber-repository.js';

/** A second click changes nothing. Throws Gone after the deadline, and when the address was deleted. */
export async function confirmSubscriber({ db, clock }: Deps, id: number): Promise<Subscriber> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const subscriber = await lockSubscriber(trx, id);
    if (!subscriber) throw new Gone();
    if (subscriber.confirmedAt) return subscriber;
    if (at >= confirmBy(subscriber)) throw new Gone();
    await noteConfirmed(trx, id, at);
    return { ...subscriber, confirmedAt: at };
  });
}
