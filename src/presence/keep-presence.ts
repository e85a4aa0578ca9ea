/** A member has a request open, still has it open, or leaves it. */
import type { Deps } from '../platform/deps.js';
import type { Member } from '../staff/index.js';
import { LEASE_MS } from './presence.js';
import {
  deletePresence,
  deletePresenceBefore,
  insertPresence,
  renewPresence,
} from './presence-repository.js';

type Place = { requestId: number; by: Pick<Member, 'id'> };

/** Tidies up what ran out, so that the table stays as small as the team. */
export async function keepPresence({ db, clock, realClock }: Deps, { requestId, by }: Place): Promise<void> {
  const now = realClock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const who = { requestId, staffId: by.id };
  if (await renewPresence(db, who, { now, until })) return;
  await deletePresenceBefore(db, now);
  await insertPresence(db, { ...who, since: clock.now(), until });
}

export function leavePresence({ db }: Deps, { requestId, by }: Place): Promise<void> {
  return deletePresence(db, { requestId, staffId: by.id });
}
