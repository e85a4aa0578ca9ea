/** Three months after the event everything else about its applicants goes. */
import type { Event } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { type Batch, listRequestIds } from './due-repository.js';
import { forgetRequest } from './forget-request.js';
import { lockDue, type Pace, type Tally, walkDue } from './walk-due.js';

/** Counts the requests that went. Deletes nothing before the day. */
export function deleteDueRequests(deps: Deps, { id }: Pick<Event, 'id'>, pace: Pace): Promise<Tally> {
  const next = (batch: Batch) => listRequestIds(deps.db, id, batch);
  return walkDue(deps, { next, remove: (requestId) => removeRequest(deps, requestId) }, pace);
}

async function removeRequest(deps: Deps, requestId: number): Promise<number> {
  const names = await deps.db.transaction(async (trx) => {
    const request = await lockDue(trx, requestId, 'requestOn', deps.clock.now());
    const by = { actor: 'system', action: 'request.deleted_by_plan' };
    return request && forgetRequest(trx, deps, request, by);
  });
  for (const name of names ?? []) await deps.files.remove(name);
  return names ? 1 : 0;
}
