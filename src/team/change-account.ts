/** A member changes the own name, language and notices, or the own password. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { endSessionsOf } from '../platform/session-store.js';
import { endLinksOf, fitsPassword, hashPassword } from '../signin/index.js';
import { findPasswordHash, type Member, updatePassword, updateProfile } from '../staff/index.js';

export type Profile = Pick<Member, 'name' | 'language' | 'notices'>;

export async function changeProfile({ db, clock }: Deps, { id }: Member, profile: Profile): Promise<void> {
  await db.transaction(async (trx) => {
    await updateProfile(trx, id, profile);
    await appendAudit(trx, {
      at: clock.now(),
      actor: `staff:${id}`,
      action: 'staff.profile_changed',
      subject: `staff:${id}`,
      details: { language: profile.language, notices: profile.notices },
    });
  });
}

/**
 * False when the current password is asked for and does not fit. Ends all sessions and open links of the member, this
 * one too: the caller starts a new session.
 */
export async function changePassword(
  { db, clock, realClock }: Deps,
  { id }: Member,
  { current, password, askCurrent }: { current: string; password: string; askCurrent: boolean },
): Promise<boolean> {
  if (askCurrent && !(await fitsPassword(current, await findPasswordHash(db, id)))) return false;
  const passwordHash = await hashPassword(password);
  await db.transaction(async (trx) => {
    await updatePassword(trx, id, passwordHash);
    await endSessionsOf(trx, id);
    await endLinksOf(trx, id, realClock.now());
    await appendAudit(trx, {
      at: clock.now(),
      actor: `staff:${id}`,
      action: 'staff.password_changed',
      subject: `staff:${id}`,
    });
  });
  return true;
}
