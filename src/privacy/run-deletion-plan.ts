/** Keeps the promise of the deletion plan: deletes what is due, event by event. Running it again deletes nothing twice. */
import type { Deps } from '../platform/deps.js';
import { deleteDueDocuments } from './delete-due-documents.js';
import { deleteDueRequests } from './delete-due-requests.js';
import { type Due, listDue } from './list-due.js';
import type { Pace } from './walk-due.js';

/** What went of an event; `failed` requests are still due, the reasons are in the log. */
export interface Deleted extends Due {
  failed: number;
}

const TO_THE_END: Pace = { stopping: () => false, progress: async () => undefined };

export async function runDeletionPlan(deps: Deps, pace: Pace = TO_THE_END): Promise<Deleted[]> {
  const deleted: Deleted[] = [];
  for (const { event, files, requests } of await listDue(deps)) {
    const none = { deleted: 0, failed: 0 };
    const first = files > 0 ? await deleteDueDocuments(deps, event, pace) : none;
    const then = requests > 0 ? await deleteDueRequests(deps, event, pace) : none;
    deleted.push({
      event,
      files: first.deleted,
      requests: then.deleted,
      failed: first.failed + then.failed,
    });
  }
  return deleted;
}
