/** A member has a request open, still has it open, or leaves it. */
import type { Deps } from '../platform/deps.js';
import type { Member } from '../staff/index.js';
import { LEASE_MS, LEAVING_MS } from './presence.js';
import { deletePresenceBefore, shortenPresence, upsertPresence } from './presence-repository.js';

type Place = { requestId: number; by: Pick<Member, 'id'> };

/** Tidies up what ran out, so that the table stays as small as the team. */
export async function keepPresence({ db, clock, realClock }: Deps, { requestId, by }: Place): Promise<void> {
  const now = realClock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const times = { now, since: clock.now(), until };
  const isNew = await upsertPresence(db, { requestId, staffId: by.id }, times);
  if (isNew) await deletePresenceBefore(db, now);
}

/** Counts for some seconds more. */
export function leavePresence({ db, realClock }: Deps, { requestId, by }: Place): Promise<void> {
  const until = new Date(realClock.now().getTime() + LEAVING_MS);
  return shortenPresence(db, { requestId, staffId: by.id }, until);
}
