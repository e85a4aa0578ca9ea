/** Fourteen days after the event proofs and other files go; the requests stay. */
import { deleteDocuments, listDocuments, subjectOf } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { enqueueJob } from '../platform/jobs.js';
import { type Batch, listIdsWithDocuments } from './due-repository.js';
import { lockDue, type Pace, type Tally, walkDue } from './walk-due.js';

/** Counts the files that went. Deletes nothing before the day. */
export function deleteDueDocuments(deps: Deps, { id }: Pick<Event, 'id'>, pace: Pace): Promise<Tally> {
  const next = (batch: Batch) => listIdsWithDocuments(deps.db, id, batch);
  return walkDue(deps, { next, remove: (requestId) => removeDocuments(deps, requestId) }, pace);
}

async function removeDocuments({ db, clock, realClock, files }: Deps, requestId: number): Promise<number> {
  const at = clock.now();
  const names = await db.transaction(async (trx) => {
    const request = await lockDue(trx, requestId, 'filesOn', at);
    const due = request ? (await listDocuments(trx, requestId)).map(({ file }) => file) : [];
    if (!request || due.length === 0) return [];
    await deleteDocuments(trx, requestId);
    await appendAudit(trx, {
      at,
      actor: 'system',
      action: 'request.files_deleted_by_plan',
      subject: subjectOf(request),
      details: { event: request.eventId, files: due.length },
    });
    await enqueueJob(trx, 'remove-files', { files: due }, realClock.now());
    return due;
  });
  // At once, because the command also runs without the portal; the job is for the case that this stops here.
  for (const name of names) await files.remove(name);
  return names.length;
}
