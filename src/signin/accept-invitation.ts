/** An invited person confirms the name, sets a password and is a member from then on. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import {
  getMember,
  type Member,
  moveMember,
  noteSignIn,
  updatePassword,
  updateProfile,
} from '../staff/index.js';
import { endLinksOf, useLink } from './link-repository.js';
import { hashPassword } from './password.js';
import type { OpenedLink } from './sign-in.js';

/** Undefined when the link was used or has run out in the meantime. */
export async function acceptInvitation(
  { db, clock, realClock }: Deps,
  { link, member }: OpenedLink,
  { name, password }: { name: string; password: string },
): Promise<Member | undefined> {
  const passwordHash = await hashPassword(password);
  const at = clock.now();
  return db.transaction(async (trx) => {
    if (!(await useLink(trx, link, realClock.now()))) return undefined;
    await moveMember(trx, member.id, 'accept');
    await updateProfile(trx, member.id, { name });
    await updatePassword(trx, member.id, passwordHash);
    await endLinksOf(trx, member.id, realClock.now());
    await noteSignIn(trx, member.id, at);
    const subject = `staff:${member.id}`;
    await appendAudit(trx, { at, actor: subject, action: 'staff.accepted', subject });
    return getMember(trx, member.id);
  });
}
