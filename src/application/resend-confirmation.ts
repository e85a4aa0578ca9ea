/** The letter did not arrive: it is sent once more. */
import { type AccreditationRequest, lockRequest, nextState } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { queueConfirmation } from './queue-confirmation.js';

/** Throws a Conflict when the request is not waiting any more, or waits at another address by now. */
export async function resendConfirmation(
  { db, clock }: Deps,
  event: Event,
  request: AccreditationRequest,
): Promise<void> {
  await db.transaction(async (trx) => {
    const now = await lockRequest(trx, request.id);
    if (now?.linkVersion !== request.linkVersion) throw new Conflict('accreditation:errors.faster');
    nextState(now.state, 'confirm');
    await queueConfirmation(trx, event, now, clock.now());
  });
}
