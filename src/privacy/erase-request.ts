/** The applicant has everything erased (Art. 17 GDPR). What stays is one audit entry that names nobody. */
import { lockLivingRequest } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { forgetRequest } from './forget-request.js';

/** Throws Gone when it was erased before. The files go at once; the job takes care of them should the portal stop now. */
export async function eraseRequest(deps: Deps, requestId: number): Promise<void> {
  const names = await deps.db.transaction(async (trx) => {
    const request = await lockLivingRequest(trx, requestId);
    return forgetRequest(trx, deps, request, { actor: 'applicant', action: 'request.erased' });
  });
  for (const name of names) await deps.files.remove(name);
}
