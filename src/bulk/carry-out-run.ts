/** Takes the next step of a bulk run: some requests, each whole or not at all, and together with where they stand now. */
import { type AccreditationRequest, lockRequests } from '../accreditation/index.js';
import { readSurroundings, type Surroundings } from '../decisions/index.js';
import { type AuditEntry, appendAudit, appendAudits } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { isReviewer } from '../queue/index.js';
import { actorOf, findMember, type Member } from '../staff/index.js';
import { type About, assignOne, decideOne, type Outcome, undoOne } from './carry-out-item.js';
import { findObstacles } from './find-obstacles.js';
import { changeItem, type DueItem, listDueItems, lockWishedSlots } from './item-repository.js';
import type { Obstacle } from './obstacle.js';
import { isBulkDecision, isMoving, type Run, runSubject } from './run.js';
import { lockRun, moveRun } from './run-repository.js';

/** As many as share one commit: others wait about a tenth of a second for it. */
const STEP = 20;

/**
 * False when nothing is left to do, or the run was stopped. First all together, which is faster; where one fails nothing
 * of that stays, and the step begins anew with each apart from the others.
 */
export async function carryOutStep(deps: Deps, runId: number): Promise<boolean> {
  try {
    return await takeStep(deps, runId, false);
  } catch (error) {
    deps.log.warn({ err: error, run: runId }, 'a step of a bulk run is taken one by one');
    return takeStep(deps, runId, true);
  }
}

function takeStep({ db, clock, log }: Deps, runId: number, apart: boolean): Promise<boolean> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const run = await lockRun(trx, runId);
    if (!isMoving(run.state)) return false;
    const by = await findMember(trx, run.actsFor);
    if (!by || !isReviewer(by)) return halt(trx, run, at);
    const items = await dueItems(trx, run);
    if (items.length === 0) return finish(trx, run, by, at);
    // All at once and before anything else, in the order in which everybody takes them.
    const ids = items.map(({ requestId }) => requestId);
    const requests = await lockRequests(trx, ids);
    await lockWishedSlots(trx, ids);
    const obstacles = await obstaclesOf(trx, run, requests, at);
    const around = await surroundingsOf(trx, requests);
    const entries: AuditEntry[] = [];
    for (const item of items) {
      const request = requests.find(({ id }) => id === item.requestId);
      if (!request) continue;
      const obstacle = obstacles.get(request.id);
      const among = around.get(request.eventId)!;
      const about = { run, item, request, obstacle, by, at, among, apart };
      await changeItem(
        trx,
        runId,
        request.id,
        await carryOut(trx, { ...about, note: (entry) => entries.push(entry) }, log),
      );
    }
    if (entries.length > 0) await appendAudits(trx, entries);
    return true;
  });
}

async function surroundingsOf(
  trx: Trx,
  requests: readonly AccreditationRequest[],
): Promise<Map<number, Surroundings>> {
  const around = new Map<number, Surroundings>();
  for (const id of new Set(requests.map(({ eventId }) => eventId)))
    around.set(id, await readSurroundings(trx, id));
  return around;
}

function carryOut(trx: Trx, about: About, log: Deps['log']): Promise<Outcome> {
  if (about.run.state === 'undoing') return undoOne(trx, about, log);
  return about.run.action === 'assign' ? assignOne(trx, about) : decideOne(trx, about, log);
}

const dueItems = (trx: Trx, { id, state }: Run): Promise<DueItem[]> =>
  state === 'undoing'
    ? listDueItems(trx, id, { state: 'done', fresh: true, limit: STEP })
    : listDueItems(trx, id, { state: 'waiting', limit: STEP });

/** Once more, now that nobody can change them: a verdict or a colleague may have come in between. */
async function obstaclesOf(
  trx: Trx,
  { state, action }: Run,
  requests: AccreditationRequest[],
  at: Date,
): Promise<Map<number, Obstacle>> {
  if (state === 'undoing' || !isBulkDecision(action)) return new Map();
  return findObstacles(trx, action, requests, at);
}

/** Who started it may not decide any more: it stands still until somebody who may goes on with it. */
async function halt(trx: Trx, run: Run, at: Date): Promise<false> {
  const step = run.state === 'undoing' ? 'finishUndo' : 'stop';
  await moveRun(trx, run, step, { at, halted: 'rights' });
  await note(trx, run, { at, actor: 'system', action: 'bulk.halt' });
  return false;
}

async function finish(trx: Trx, run: Run, by: Member, at: Date): Promise<false> {
  const step = run.state === 'undoing' ? 'finishUndo' : 'finish';
  await moveRun(trx, run, step, { at });
  await note(trx, run, { at, actor: actorOf(by), action: `bulk.${step}` });
  return false;
}

const note = (trx: Trx, run: Run, entry: { at: Date; actor: string; action: string }): Promise<void> =>
  appendAudit(trx, { ...entry, subject: runSubject(run), details: { action: run.action } });
