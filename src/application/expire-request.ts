/** Nobody confirmed the address in time: the request expires, and everything about the person goes. */
import {
  type AccreditationRequest,
  addHistory,
  changeRequest,
  deleteDocuments,
  listDocuments,
  nextState,
  setSlotWishes,
  subjectOf,
  withoutPerson,
} from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { deleteMailsAbout } from '../platform/outbox-repository.js';

export async function expireRequest(
  { db, clock, files }: Deps,
  request: AccreditationRequest,
): Promise<void> {
  const state = nextState(request.state, 'expire');
  const at = clock.now();
  // Files first: after a power cut the request is still due, and deleting what is gone already is fine.
  for (const { file } of await listDocuments(db, request.id)) await files.remove(file);
  await db.transaction(async (trx) => {
    await changeRequest(trx, request, { state, shownState: state, input: withoutPerson(request) }, at);
    await deleteDocuments(trx, request.id);
    await setSlotWishes(trx, request.id, []);
    await deleteMailsAbout(trx, subjectOf(request));
    await addHistory(trx, request.id, {
      ...{ step: 'expire', state, actor: 'system', actorName: '', details: {} },
      at,
      shownAt: at,
    });
    await appendAudit(trx, { at, actor: 'system', action: 'request.expired', subject: subjectOf(request) });
  });
}
