/** An administrator invites somebody into the team, and sends the invitation again where it was lost. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { endLinksOf, sendLink } from '../signin/index.js';
import { getMember, insertMember, type Member, type NewMember } from '../staff/index.js';

/** A Conflict when the address has an account already. */
export async function inviteMember(deps: Deps, actor: Member, input: NewMember): Promise<Member> {
  const at = deps.clock.now();
  return deps.db.transaction(async (trx) => {
    const member = await insertMember(trx, input, at);
    await sendLink(trx, deps, member);
    await appendAudit(trx, {
      at,
      actor: `staff:${actor.id}`,
      action: 'staff.invited',
      subject: `staff:${member.id}`,
      details: { role: member.role },
    });
    return member;
  });
}

/** The earlier invitation stops working. A Conflict when the person is no longer merely invited. */
export async function renewInvitation(deps: Deps, actor: Member, id: number): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const member = await getMember(trx, id);
    if (member.state !== 'invited') throw new Conflict('staff:problems.moved');
    await endLinksOf(trx, id, deps.realClock.now());
    await sendLink(trx, deps, member);
    await appendAudit(trx, {
      at: deps.clock.now(),
      actor: `staff:${actor.id}`,
      action: 'staff.invited_again',
      subject: `staff:${id}`,
    });
  });
}
