/** The team takes a preview link back, closes a preview, or opens it again. */
import { type AccreditationRequest, lockRequestOf, subjectOf } from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { type AccessStep, isAccredited, nextAccess } from './access.js';
import { findAccess, saveAccess } from './access-repository.js';

/** Throws NotFound for a reference nobody has, and a Conflict where somebody was faster. */
export function steerAccess(
  { db, clock }: Deps,
  actor: string,
  reference: string,
  step: AccessStep,
): Promise<AccreditationRequest> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, reference);
    if (!isAccredited(request)) throw new Conflict('previews:errors.step');
    await saveAccess(trx, request.id, nextAccess(await findAccess(trx, request.id), step), at);
    await appendAudit(trx, { at, actor, action: `preview.${step}`, subject: subjectOf(request) });
    return request;
  });
}
