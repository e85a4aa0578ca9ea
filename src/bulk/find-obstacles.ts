/** Looks at several requests at once for what keeps them out of a bulk run. Changes nothing. */
import type { AccreditationRequest } from '../accreditation/index.js';
import { comesTooLate, needsFourEyes } from '../decisions/index.js';
import { type Event, getEvent } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { listProposedIds } from '../proposals/index.js';
import { readJudgedProofs } from '../verdicts/index.js';
import { needsProof, type Obstacle, obstacleTo } from './obstacle.js';
import type { BulkDecision } from './run.js';

/** By the number of the request; those without an obstacle are missing. */
export async function findObstacles(
  db: Db,
  decision: BulkDecision,
  requests: readonly AccreditationRequest[],
  now: Date,
): Promise<Map<number, Obstacle>> {
  const judged = needsProof(decision) ? await readJudgedProofs(db, requests) : undefined;
  const events = await eventsOf(db, requests);
  const proposals = await listProposedIds(
    db,
    requests.map(({ id }) => id),
  );
  const found = new Map<number, Obstacle>();
  for (const request of requests) {
    const proofs = judged && (judged.get(request.id) ?? []);
    const event = events.get(request.eventId)!;
    const obstacle = obstacleTo(decision, {
      ...{ request, proofs, proposed: proposals.has(request.id) },
      ...{ tooLate: comesTooLate(event, decision, now), fourEyes: needsFourEyes(event, decision) },
    });
    if (obstacle) found.set(request.id, obstacle);
  }
  return found;
}

async function eventsOf(db: Db, requests: readonly AccreditationRequest[]): Promise<Map<number, Event>> {
  const events = new Map<number, Event>();
  for (const id of new Set(requests.map(({ eventId }) => eventId))) events.set(id, await getEvent(db, id));
  return events;
}
