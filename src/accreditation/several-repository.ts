/** Every SQL statement about several requests at once, for work on many. */
import type { Db, Trx } from '../platform/database.js';
import { type AccreditationRequest, emailKey } from './request.js';
import { type RequestRow, toRequest } from './request-rows-repository.js';
import { type State, toState } from './status.js';

/** Those that still exist, in the order in which they were confirmed. */
export async function listRequests(db: Db, ids: readonly number[]): Promise<AccreditationRequest[]> {
  const rows = await db<RequestRow>('accreditation_requests')
    .whereIn('id', ids)
    .orderBy(['confirmed_at', 'id']);
  return rows.map(toRequest);
}

/** Locks them for the caller's transaction, in one order, so that nobody waits in a circle; erased ones are missing. */
export async function lockRequests(trx: Trx, ids: readonly number[]): Promise<AccreditationRequest[]> {
  const rows = await trx<RequestRow>('accreditation_requests').whereIn('id', ids).orderBy('id').forUpdate();
  return rows.map(toRequest);
}

/** The numbers of the requests with these references; unknown ones are left out. */
export async function listRequestIdsOf(db: Db, references: readonly string[]): Promise<number[]> {
  const rows = await db<RequestRow>('accreditation_requests').whereIn('reference', references).select('id');
  return rows.map(({ id }) => id);
}

export interface Known {
  id: number;
  reference: string;
  state: State;
}

/** Who has asked for this event already, also who withdrew: by the key of the address, for some hundred addresses at most. */
export async function listKnown(
  db: Db,
  eventId: number,
  emails: readonly string[],
): Promise<Map<string, Known>> {
  const rows = await db<RequestRow>('accreditation_requests')
    .where({ event_id: eventId })
    .whereIn('email_key', emails.map(emailKey))
    .whereNotIn('state', ['unconfirmed', 'expired'])
    .orderBy('id')
    .select('id', 'reference', 'state', 'email_key');
  return new Map(
    rows.map(({ id, reference, state, email_key }) => [email_key, { id, reference, state: toState(state) }]),
  );
}
