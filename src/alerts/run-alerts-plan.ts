/** The retention plan of the press list: what is due, and deleting it. */
import { addDays } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { forget } from './forget-subscriber.js';
import {
  countOldDeliveries,
  countOldLetters,
  deleteOldDeliveries,
  deleteOldLetters,
} from './retention-repository.js';
import { CONFIRM_HOURS, RETENTION_DAYS } from './subscriber.js';
import { listOverdue, lockSubscriber } from './subscriber-repository.js';

/** Addresses not confirmed in time or paused for long, finished letters, and notes of who was told of what. */
export interface AlertsDue {
  addresses: number;
  letters: number;
  deliveries: number;
}

const momentsOf = ({ clock }: Deps) => {
  const now = clock.now();
  return {
    asked: new Date(now.getTime() - CONFIRM_HOURS * 3600_000),
    paused: addDays(now, -RETENTION_DAYS.paused),
    letters: addDays(now, -RETENTION_DAYS.letters),
    deliveries: addDays(now, -RETENTION_DAYS.deliveries),
  };
};

/** Reads and changes nothing. */
export async function listAlertsDue(deps: Deps): Promise<AlertsDue> {
  const before = momentsOf(deps);
  return {
    addresses: (await listOverdue(deps.db, before)).length,
    letters: await countOldLetters(deps.db, before.letters),
    deliveries: await countOldDeliveries(deps.db, before.deliveries),
  };
}

/** Running it again deletes nothing twice. */
export async function runAlertsPlan(deps: Deps, stopping = () => false): Promise<AlertsDue> {
  const { db } = deps;
  const before = momentsOf(deps);
  let addresses = 0;
  for (const id of await listOverdue(db, before)) {
    if (stopping()) break;
    if (await forgetOverdue(deps, id)) addresses += 1;
  }
  const letters = await deleteOldLetters(db, before.letters);
  const deliveries = await deleteOldDeliveries(db, before.deliveries);
  return { addresses, letters, deliveries };
}

/** False when it was confirmed, or came back to life, in the meantime. */
async function forgetOverdue(deps: Deps, id: number): Promise<boolean> {
  const { asked, paused } = momentsOf(deps);
  return deps.db.transaction(async (trx) => {
    const subscriber = await lockSubscriber(trx, id);
    if (!subscriber) return false;
    const { confirmedAt, askedAt, pausedAt } = subscriber;
    const isOver = confirmedAt ? pausedAt !== undefined && pausedAt <= paused : askedAt <= asked;
    if (isOver) await forget(trx, subscriber, deps.clock.now());
    return isOver;
  });
}
