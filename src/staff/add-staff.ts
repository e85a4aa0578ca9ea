/** Accounts made on the server itself: by the operator's command and for the demo. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import type { Member } from './member.js';
import { findMemberByEmail, insertMember, type NewMember } from './member-repository.js';

export interface AddedStaff {
  member: Member;
  /** False when the address had an account; name and role then stay as they were. */
  added: boolean;
}

/** An active account without a password. */
export async function addStaff({ db, clock }: Deps, input: NewMember): Promise<AddedStaff> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const known = await findMemberByEmail(trx, input.email);
    if (known) return { member: known, added: false };
    const member = await insertMember(trx, input, at, 'active');
    await appendAudit(trx, {
      at,
      actor: 'system',
      action: 'staff.added',
      subject: `staff:${member.id}`,
      details: { role: member.role },
    });
    return { member, added: true };
  });
}
