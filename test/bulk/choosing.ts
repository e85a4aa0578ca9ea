/** Requests whose proof somebody judged, and a run of them by the real job. */
import { type AccreditationRequest, getRequest } from '../../src/accreditation/index.js';
import { bulkJob } from '../../src/bulk/index.js';
import { planRun } from '../../src/bulk/plan-run.js';
import { type BulkAction, NO_WORDS, type Run, type Wording } from '../../src/bulk/run.js';
import { getRun } from '../../src/bulk/run-repository.js';
import { steerRun } from '../../src/bulk/steer-run.js';
import { runDueJobs } from '../../src/platform/jobs.js';
import type { Member } from '../../src/staff/index.js';
import { giveVerdict, readJudgedProofs, type VerdictKind } from '../../src/verdicts/index.js';
import { aRequest } from '../support/factories.js';
import type { TestPortal } from '../support/portal.js';

export async function judge(
  portal: TestPortal,
  request: AccreditationRequest,
  by: Member,
  verdict: VerdictKind = 'valid',
): Promise<void> {
  const proofs = (await readJudgedProofs(portal.db, [request])).get(request.id) ?? [];
  for (const { proof } of proofs)
    await giveVerdict(portal, {
      ...{ reference: request.reference, proof: proof.key, verdict, reason: 'Gesehen.', seen: 0, by },
    });
}

/** Confirmed, with a proof that was found valid. */
export async function aJudgedRequest(
  portal: TestPortal,
  by: Member,
  wishes: Parameters<typeof aRequest>[1] = {},
): Promise<AccreditationRequest> {
  const request = await aRequest(portal, wishes);
  await judge(portal, request, by);
  return getRequest(portal.db, request.reference);
}

export const planned = (
  portal: TestPortal,
  by: Member,
  action: BulkAction,
  requests: readonly Pick<AccreditationRequest, 'id'>[],
  wording: Wording = NO_WORDS,
): Promise<Run> => planRun(portal, { action, requestIds: requests.map(({ id }) => id), wording, by });

/** Only those of bulk runs: notices to the team are not looked at here. */
export async function runJobs(portal: TestPortal): Promise<void> {
  await portal.db('jobs').whereNot({ name: 'bulk-run' }).delete();
  await runDueJobs(portal, [bulkJob]);
}

/** Started, and carried out to its end. */
export async function ran(portal: TestPortal, by: Member, run: Run): Promise<Run> {
  await steerRun(portal, { id: run.id, step: 'start', by });
  await runJobs(portal);
  return getRun(portal.db, run.id);
}

/** Where each request of a run stands, by its number: `done`, or `skipped:state`. */
export async function outcomes(portal: TestPortal, run: Pick<Run, 'id'>): Promise<Map<number, string>> {
  const rows = await portal.db('bulk_items').where({ run_id: run.id });
  return new Map(
    rows.map(({ request_id, state, reason }) => [request_id, reason ? `${state}:${reason}` : state]),
  );
}
