/** Hands a request to a colleague, or to nobody. */
import {
  type AccreditationRequest,
  changeRequest,
  lockRequestOf,
  subjectOf,
} from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import { isReviewer } from '../queue/index.js';
import { actorOf, findMember, type Member } from '../staff/index.js';

/** Throws NotFound for a colleague who cannot decide requests. */
export async function assignRequest(
  { db, clock }: Deps,
  { reference, to, by }: { reference: string; to: number | undefined; by: Member },
): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    const colleague = to === undefined ? undefined : await findMember(trx, to);
    if (to !== undefined && !isReviewer(colleague)) throw new NotFound();
    await assignLocked(trx, await lockRequestOf(trx, reference), { to: colleague, by }, at);
  });
}

/** Part of the caller's transaction, which has locked the request. */
export async function assignLocked(
  trx: Trx,
  request: AccreditationRequest,
  { to, by }: { to: Member | undefined; by: Member },
  at: Date,
): Promise<void> {
  await changeRequest(trx, request, { assignedTo: to?.id ?? null }, at);
  await appendAudit(trx, {
    at,
    actor: actorOf(by),
    action: 'request.assign',
    subject: subjectOf(request),
    details: { to: to ? actorOf(to) : null },
  });
}
