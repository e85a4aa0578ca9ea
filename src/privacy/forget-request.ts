/** Everything about a request goes: data, history, messages, letters. What stays are figures and one audit entry, which name nobody. */
import {
  type AccreditationRequest,
  deleteRequest,
  listDocuments,
  subjectOf,
} from '../accreditation/index.js';
import { countBeforeForgetting } from '../figures/index.js';
import { type AuditEntry, appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { enqueueJob } from '../platform/jobs.js';
import { deleteMailsAbout } from '../platform/outbox-repository.js';
import { forgetSearches } from '../search/index.js';

/**
 * Part of the caller's transaction, which has locked the request. Returns the names of the files, to be removed after
 * it; the job takes care of them should the portal stop before that.
 */
export async function forgetRequest(
  trx: Trx,
  { clock, realClock }: Deps,
  request: AccreditationRequest,
  by: Pick<AuditEntry, 'actor' | 'action'>,
): Promise<string[]> {
  const names = (await listDocuments(trx, request.id)).map(({ file }) => file);
  await countBeforeForgetting(trx, request.id);
  await deleteRequest(trx, request);
  await forgetSearches(trx, request);
  await deleteMailsAbout(trx, subjectOf(request));
  await appendAudit(trx, {
    ...by,
    at: clock.now(),
    subject: subjectOf(request),
    details: { event: request.eventId, state: request.shownState, files: names.length },
  });
  if (names.length > 0) await enqueueJob(trx, 'remove-files', { files: names }, realClock.now());
  return names;
}
