/** Turns what was ticked in the list, or everything the filters leave, into a planned run. */
import { listRequestIdsOf } from '../accreditation/index.js';
import { type BulkAction, MAX_CHOSEN, planRun, type Run } from '../bulk/index.js';
import type { Deps } from '../platform/deps.js';
import { type Filters, walkMatching } from '../queue/index.js';
import type { Member } from '../staff/index.js';

export interface Chosen {
  action: BulkAction;
  references: readonly string[] | 'all';
  filters: Filters;
  by: Member;
}

/** A key of the language files where nothing can be planned. */
export async function chooseRequests(deps: Deps, chosen: Chosen): Promise<Run | string> {
  const ids =
    chosen.references === 'all'
      ? await idsMatching(deps, chosen)
      : await listRequestIdsOf(deps.db, chosen.references);
  if (ids.length === 0) return 'bulk:errors.nothing';
  if (ids.length > MAX_CHOSEN) return 'bulk:errors.tooMany';
  return planRun(deps, { action: chosen.action, requestIds: ids, by: chosen.by });
}

/** One more than may be chosen tells that there are too many. */
async function idsMatching({ db, clock }: Deps, { filters, by }: Chosen): Promise<number[]> {
  const ids: number[] = [];
  for await (const batch of walkMatching(db, filters, { memberId: by.id, now: clock.now() })) {
    ids.push(...batch);
    if (ids.length > MAX_CHOSEN) break;
  }
  return ids;
}
