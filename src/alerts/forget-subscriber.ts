/** An address leaves the list: it goes at once, with every letter to it. What stays is a number. */
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { deleteMailsAbout } from '../platform/outbox-repository.js';
import { actorOf, type Member } from '../staff/index.js';
import { countDeparture } from './list-figures-repository.js';
import { type Subscriber, subjectOf } from './subscriber.js';
import { deleteSubscriber, lockSubscriber, resumeSubscriber } from './subscriber-repository.js';

/** The person leaves. Doing it again is fine: nothing is there any more. */
export async function unsubscribe({ db, clock }: Deps, id: number): Promise<void> {
  await db.transaction(async (trx) => {
    const subscriber = await lockSubscriber(trx, id);
    if (subscriber) await forget(trx, subscriber, clock.now());
  });
}

/** The team deletes an address, because somebody called; false when it is gone already. */
export async function deleteForCaller({ db, clock }: Deps, id: number, by: Member): Promise<boolean> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const subscriber = await lockSubscriber(trx, id);
    if (!subscriber) return false;
    await forget(trx, subscriber, at);
    const entry = { at, actor: actorOf(by), action: 'alert.deleted', subject: subjectOf(subscriber) };
    await appendAudit(trx, entry);
    return true;
  });
}

/** The team lets letters go to a paused address again; false when it is gone. */
export async function resumeForCaller({ db, clock }: Deps, id: number, by: Member): Promise<boolean> {
  return db.transaction(async (trx) => {
    const subscriber = await lockSubscriber(trx, id);
    if (!subscriber) return false;
    await resumeSubscriber(trx, id);
    const entry = { actor: actorOf(by), action: 'alert.resumed', subject: subjectOf(subscriber) };
    await appendAudit(trx, { at: clock.now(), ...entry });
    return true;
  });
}

/** Part of the caller's transaction, which has locked it. Who never confirmed was not on the list and does not count. */
export async function forget(trx: Trx, subscriber: Subscriber, at: Date): Promise<void> {
  await deleteMailsAbout(trx, subjectOf(subscriber));
  await deleteSubscriber(trx, subscriber.id);
  if (subscriber.confirmedAt) await countDeparture(trx, at);
}
