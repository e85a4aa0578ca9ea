/** A draft that nobody outside the team can know is deleted. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { actorOf, type Member } from '../staff/index.js';
import { requireAct } from './check-act.js';
import type { Seen } from './desk.js';
import { deleteRelease, getDeskRelease, takeRevision } from './desk-release-repository.js';
import { Overtaken } from './overtaken.js';

/** Throws a Conflict where it was scheduled once, and Overtaken where a colleague goes on writing. */
export function removeRelease({ db, clock }: Deps, member: Member, seen: Seen): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const desk = await getDeskRelease(trx, seen.id);
    await requireAct(trx, 'remove', desk, { memberId: member.id, now: at });
    if (!(await takeRevision(trx, seen, { savedAt: at }))) throw new Overtaken();
    await deleteRelease(trx, seen.id);
    const subject = `release:${seen.id}`;
    await appendAudit(trx, { at, actor: actorOf(member), action: 'release.removed', subject });
  });
}
