/** Somebody asks for a link by e-mail. What happens here must not show outside: known and unknown look the same. */
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { queueMail } from '../platform/outbox.js';
import { findMemberByEmail, type Member } from '../staff/index.js';
import { insertLink } from './link-repository.js';
import { invitationLetter, signInLetter } from './mails.js';

/** A member gets a link to sign in, an invited person a new invitation; all others nothing. One commit in any case. */
export async function requestLink(deps: Deps, email: string): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const member = await findMemberByEmail(trx, email);
    const known = member && member.state !== 'closed' ? member : undefined;
    if (known) await sendLink(trx, deps, known);
    await appendAudit(trx, {
      at: deps.clock.now(),
      actor: 'visitor',
      action: 'staff.link_requested',
      subject: known ? `staff:${known.id}` : 'staff',
    });
  });
}

/** Part of the caller's transaction: an invitation for whom it concerns, else a link to sign in. */
export async function sendLink(trx: Trx, { clock, realClock }: Deps, member: Member): Promise<void> {
  const invited = member.state === 'invited';
  const link = await insertLink(trx, member.id, invited ? 'invitation' : 'password', realClock.now());
  const letter = invited ? await invitationLetter(trx, member, link) : await signInLetter(trx, member, link);
  await queueMail(trx, letter, clock.now());
}
