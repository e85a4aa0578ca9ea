/**
 * Takes a request for the caller's transaction: whoever changes it or writes a row or a letter about it at the same
 * moment waits. Without that, a letter written while the request is erased would outlive it. A lock on the request comes
 * before a lock on its letters, so that nobody waits in a circle.
 */
import type { Trx } from '../platform/database.js';
import { Gone, NotFound } from '../platform/errors.js';
import type { AccreditationRequest } from './request.js';
import { type RequestRow, toRequest } from './request-rows-repository.js';

/** Undefined when it was erased. */
export function lockRequest(trx: Trx, id: number): Promise<AccreditationRequest | undefined> {
  return lock(trx, { id });
}

/** For the applicant's own acts. Throws Gone when the request was erased since the page was opened. */
export async function lockLivingRequest(trx: Trx, id: number): Promise<AccreditationRequest> {
  const request = await lock(trx, { id });
  if (!request) throw new Gone('accreditation:errors.erased');
  return request;
}

/** For the acts of the team. Throws NotFound. */
export async function lockRequestOf(trx: Trx, reference: string): Promise<AccreditationRequest> {
  const request = await lock(trx, { reference: reference.toUpperCase() });
  if (!request) throw new NotFound('accreditation:errors.unknown');
  return request;
}

async function lock(
  trx: Trx,
  which: Pick<RequestRow, 'id'> | Pick<RequestRow, 'reference'>,
): Promise<AccreditationRequest | undefined> {
  const row = await trx<RequestRow>('accreditation_requests').where(which).forUpdate().first();
  return row && toRequest(row);
}
