/** A mistyped address is put right while the request waits; the link that went astray is worthless from then on. */
import { type AccreditationRequest, changeRequest, nextState, subjectOf } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { queueConfirmation } from './queue-confirmation.js';

export interface Correction {
  event: Event;
  request: AccreditationRequest;
  email: string;
  /** Sends no letter, because this mailbox has got enough of them in the last hour. */
  quiet: boolean;
}

/** Throws a Conflict when the request is not waiting any more. */
export async function correctAddress(
  { db, clock }: Deps,
  { event, request, email, quiet }: Correction,
): Promise<AccreditationRequest> {
  nextState(request.state, 'confirm');
  const at = clock.now();
  return db.transaction(async (trx) => {
    const change = { input: { ...request, email }, linkVersion: request.linkVersion + 1 };
    const corrected = await changeRequest(trx, request, change, at);
    await appendAudit(trx, {
      at,
      actor: 'applicant',
      action: 'request.address-corrected',
      subject: subjectOf(request),
    });
    if (!quiet) await queueConfirmation(trx, event, corrected, at);
    return corrected;
  });
}
