/** Accounts made on the server itself: by the operator's command, for the demo, and the link that lets them in. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { toToken } from '../platform/personal-links.js';
import { toPersonalLink } from './link.js';
import { insertLink } from './link-repository.js';
import type { Member } from './member.js';
import { findMemberByEmail, insertMember, type NewMember } from './member-repository.js';
import { paths } from './paths.js';

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

/**
 * The path of a link that signs this member in once within 24 hours (an invited one accepts the invitation with it);
 * `config.baseUrl` goes before it.
 */
export async function createSignInLink({ db, keys, realClock }: Deps, member: Member): Promise<string> {
  const purpose = member.state === 'invited' ? 'invitation' : 'sign_in';
  const link = await db.transaction((trx) => insertLink(trx, member.id, purpose, realClock.now()));
  return paths.signInLink(toToken(keys, toPersonalLink(link)));
}
