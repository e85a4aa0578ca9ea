/** The letter did not arrive: it is sent once more. */
import { type AccreditationRequest, nextState } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Deps } from '../platform/deps.js';
import { queueConfirmation } from './queue-confirmation.js';

/** Throws a Conflict when the request is not waiting any more. */
export async function resendConfirmation(
  { db, clock }: Deps,
  event: Event,
  request: AccreditationRequest,
): Promise<void> {
  nextState(request.state, 'confirm');
  await db.transaction((trx) => queueConfirmation(trx, event, request, clock.now()));
}
