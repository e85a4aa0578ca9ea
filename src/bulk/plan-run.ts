/** Freezes a choice: which requests, at which version, and which of them are left out and why. Nothing is decided yet. */
import { type AccreditationRequest, listRequests } from '../accreditation/index.js';
import { DEMANDS } from '../decisions/index.js';
import type { Db } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Member } from '../staff/index.js';
import { findObstacles } from './find-obstacles.js';
import { insertItems, type NewItem } from './item-repository.js';
import { type BulkAction, isBulkDecision, NO_WORDS, type Run, type Wording } from './run.js';
import { insertRun } from './run-repository.js';

/** More at once is a mistake more often than a wish. */
export const MAX_CHOSEN = 10_000;

const BATCH = 500;

export interface Choice {
  action: BulkAction;
  requestIds: readonly number[];
  /** Where nothing needs to be written first. */
  wording?: Wording;
  by: Member;
}

/** Who asked first is decided first, whatever order the list had: places go by that. */
export async function planRun({ db, clock }: Deps, choice: Choice): Promise<Run> {
  const at = clock.now();
  const items: (NewItem & { confirmedAt: number })[] = [];
  for (let from = 0; from < choice.requestIds.length; from += BATCH)
    items.push(...(await look(db, choice.action, choice.requestIds.slice(from, from + BATCH), at)));
  items.sort((a, b) => a.confirmedAt - b.confirmedAt || a.requestId - b.requestId);
  const wording = choice.wording ?? (needsWords(choice.action) ? undefined : NO_WORDS);
  return db.transaction(async (trx) => {
    const run = await insertRun(
      trx,
      { action: choice.action, actsFor: choice.by.id, wording, total: items.length },
      at,
    );
    await insertItems(trx, run.id, items);
    return run;
  });
}

/** True for what says more than its letter does by itself; an assignment needs a colleague. */
export function needsWords(action: BulkAction): boolean {
  if (!isBulkDecision(action)) return true;
  const { reason, text, limits, due } = DEMANDS[action];
  return reason !== 'none' || text !== 'none' || limits || due;
}

async function look(db: Db, action: BulkAction, ids: readonly number[], at: Date) {
  const requests = await listRequests(db, ids);
  const obstacles = isBulkDecision(action) ? await findObstacles(db, action, requests, at) : new Map();
  return requests.map((request: AccreditationRequest) => ({
    requestId: request.id,
    version: request.version,
    confirmedAt: (request.confirmedAt ?? request.createdAt).getTime(),
    state: obstacles.has(request.id) ? ('skipped' as const) : ('waiting' as const),
    reason: obstacles.get(request.id),
  }));
}
