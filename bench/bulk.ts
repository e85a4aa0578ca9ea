/** Decisions per second of a bulk run of a thousand, without waiting for its job: what one process decides. */
import { carryOutStep, planRun, steerRun } from '../src/bulk/index.js';
import type { Deps } from '../src/platform/deps.js';
import { listMembers } from '../src/staff/index.js';

/** Needs `count` requests that wait for a decision, as `seed:load` makes them. */
export async function decideInBulk(deps: Deps, count: number): Promise<number> {
  const by = (await listMembers(deps.db)).find(({ role }) => role === 'administrator');
  if (!by) throw new Error('The demo has no administrator');
  const rows: { id: number }[] = await deps
    .db('accreditation_requests')
    .whereIn('state', ['received', 'in_review'])
    .whereRaw('state = shown_state')
    .orderBy('id', 'desc')
    .limit(count)
    .select('id');
  if (rows.length < count) throw new Error(`Only ${rows.length} requests wait`);
  const run = await planRun(deps, {
    action: 'waitlist',
    requestIds: rows.map(({ id }) => id),
    wording: { reason: 'capacity', due: undefined, texts: {} },
    by,
  });
  await steerRun(deps, { id: run.id, step: 'start', by });
  const begin = performance.now();
  while (await carryOutStep(deps, run.id));
  const seconds = (performance.now() - begin) / 1000;
  const decided = await deps.db('bulk_items').where({ run_id: run.id, state: 'done' });
  if (decided.length !== count) throw new Error(`Only ${decided.length} of ${count} were decided`);
  return count / seconds;
}
