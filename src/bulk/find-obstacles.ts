/** Looks at several requests at once for what keeps them out of a bulk run. Changes nothing. */
import type { AccreditationRequest } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import { readJudgedProofs } from '../verdicts/index.js';
import { needsProof, type Obstacle, obstacleTo } from './obstacle.js';
import type { BulkDecision } from './run.js';

/** By the number of the request; those without an obstacle are missing. */
export async function findObstacles(
  db: Db,
  decision: BulkDecision,
  requests: readonly AccreditationRequest[],
): Promise<Map<number, Obstacle>> {
  const judged = needsProof(decision) ? await readJudgedProofs(db, requests) : undefined;
  const found = new Map<number, Obstacle>();
  for (const request of requests) {
    const proofs = judged && (judged.get(request.id) ?? []);
    const obstacle = obstacleTo(decision, { request, proofs, fourEyes: false });
    if (obstacle) found.set(request.id, obstacle);
  }
  return found;
}
