/** A member switches single keys on or off for themselves. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { actorOf, type Member, updateProfile } from '../staff/index.js';

export async function switchKeys({ db, clock }: Deps, member: Member, on: boolean): Promise<void> {
  await db.transaction(async (trx) => {
    await updateProfile(trx, member.id, { shortcuts: on });
    const actor = actorOf(member);
    await appendAudit(trx, {
      ...{ at: clock.now(), actor, subject: actor },
      ...{ action: 'staff.shortcuts_switched', details: { on } },
    });
  });
}
