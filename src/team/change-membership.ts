/** An administrator changes somebody's role, closes an account or opens it again. */
import { type AuditEntry, appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Forbidden } from '../platform/errors.js';
import { endSessionsOf } from '../platform/session-store.js';
import { endLinksOf } from '../signin/index.js';
import {
  getMember,
  lockAdministrators,
  type Member,
  maySteer,
  moveMember,
  type Role,
  updateRole,
} from '../staff/index.js';

/** A Conflict when the role is no longer `from`. Open sessions stay: rights are read anew with every request. */
export async function changeRole(
  deps: Deps,
  actor: Member,
  { id, from, to }: { id: number; from: Role; to: Role },
): Promise<void> {
  await deps.db.transaction(async (trx) => {
    await requireSteering(trx, actor, await getMember(trx, id));
    await updateRole(trx, id, from, to);
    await note(trx, deps, actor, {
      action: 'staff.role_changed',
      subject: `staff:${id}`,
      details: { from, to },
    });
  });
}

/** Ends every session and every open link of the person at once. */
export async function closeAccount(deps: Deps, actor: Member, id: number): Promise<void> {
  await deps.db.transaction(async (trx) => {
    await requireSteering(trx, actor, await getMember(trx, id));
    await moveMember(trx, id, 'close');
    await endSessionsOf(trx, id);
    await endLinksOf(trx, id, deps.realClock.now());
    await note(trx, deps, actor, { action: 'staff.closed', subject: `staff:${id}` });
  });
}

/** The password of before holds again; who has forgotten it asks for a link. */
export async function reopenAccount(deps: Deps, actor: Member, id: number): Promise<void> {
  await deps.db.transaction(async (trx) => {
    await requireSteering(trx, actor, await getMember(trx, id));
    await moveMember(trx, id, 'reopen');
    await note(trx, deps, actor, { action: 'staff.reopened', subject: `staff:${id}` });
  });
}

/**
 * Who steers must be an active administrator and somebody else than the member, so the last administrator can never
 * go. Read under lock, because two of them may take the office from each other at the same moment.
 */
async function requireSteering(trx: Trx, actor: Member, member: Member): Promise<void> {
  if (!maySteer(actor, member)) throw new Forbidden('team:problems.self');
  const administrators = await lockAdministrators(trx);
  if (!administrators.includes(actor.id)) throw new Forbidden('errors:noRight');
}

function note(
  trx: Trx,
  { clock }: Deps,
  actor: Member,
  entry: Pick<AuditEntry, 'action' | 'subject' | 'details'>,
): Promise<void> {
  return appendAudit(trx, { at: clock.now(), actor: `staff:${actor.id}`, ...entry });
}
