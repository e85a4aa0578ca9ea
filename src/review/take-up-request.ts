/** A reviewer takes a new request into review; it becomes theirs where nobody else has it. */
import { addHistory, changeRequest, lockRequestOf, nextState, subjectOf } from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { actorOf, type Member } from '../staff/index.js';

/** Throws a Conflict when it is no longer new. */
export async function takeUpRequest({ db, clock }: Deps, reference: string, by: Member): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, reference);
    const state = nextState(request.state, 'open');
    await changeRequest(
      trx,
      request,
      { state, shownState: state, assignedTo: request.assignedTo ?? by.id },
      at,
    );
    const entry = { actor: actorOf(by), actorName: by.name, details: {}, at, shownAt: at };
    await addHistory(trx, request.id, { step: 'open', state, ...entry });
    await appendAudit(trx, { at, actor: actorOf(by), action: 'request.open', subject: subjectOf(request) });
  });
}
