/** Signing in: by e-mail and password, or once by a link. */
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { readToken } from '../platform/personal-links.js';
import { findMember, findMemberByEmail, findPasswordHash, type Member, noteSignIn } from '../staff/index.js';
import { LINK_SIGNED_AS, type StaffLink } from './link.js';
import { findOpenLink, useLink } from './link-repository.js';
import { fitsPassword } from './password.js';

/** Undefined when address and password do not fit, whatever the reason; it takes the same time for all of them. */
export async function signInByPassword(
  deps: Deps,
  { email, password }: { email: string; password: string },
): Promise<Member | undefined> {
  const member = await findMemberByEmail(deps.db, email);
  const kept = member && (await findPasswordHash(deps.db, member.id));
  const fits = await fitsPassword(password, kept);
  if (!member || !fits || member.state !== 'active') {
    deps.log.warn({ member: member?.id }, 'a sign-in was refused');
    return undefined;
  }
  await deps.db.transaction((trx) => noteArrival(trx, deps, member, 'password'));
  return member;
}

export interface OpenedLink {
  link: StaffLink;
  member: Member;
}

/** Looks without using it up; undefined when the link opens nothing (any more). */
export async function readStaffLink(
  { db, keys, realClock }: Deps,
  token: string,
): Promise<OpenedLink | undefined> {
  const signed = readToken(keys, LINK_SIGNED_AS, token);
  const link = signed && (await findOpenLink(db, signed, realClock.now()));
  const member = link && (await findMember(db, link.staffId));
  return link && member && member.state !== 'closed' ? { link, member } : undefined;
}

/** Uses the link up. Undefined when somebody was faster or its time is over. */
export async function signInByLink(deps: Deps, { link, member }: OpenedLink): Promise<Member | undefined> {
  return deps.db.transaction(async (trx) => {
    const used = await useLink(trx, link, deps.realClock.now());
    if (!used || member.state !== 'active') return undefined;
    await noteArrival(trx, deps, member, 'link');
    return member;
  });
}

async function noteArrival(trx: Trx, { clock }: Deps, { id }: Member, by: string): Promise<void> {
  const at = clock.now();
  await noteSignIn(trx, id, at);
  await appendAudit(trx, {
    at,
    actor: `staff:${id}`,
    action: 'staff.signed_in',
    subject: `staff:${id}`,
    details: { by },
  });
}
