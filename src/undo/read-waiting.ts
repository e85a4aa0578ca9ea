/** Gathers what can still be undone. Changes nothing. */
import { type AccreditationRequest, getRequest } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import type { OutgoingMail } from '../platform/outbox.js';
import { getMail } from '../platform/outbox-repository.js';
import { findWaitingDecision } from './waiting-repository.js';

/** A request and the letter of its latest decision while that waits. Throws NotFound. */
export async function readWaiting(
  db: Db,
  reference: string,
): Promise<{ request: AccreditationRequest; letter: OutgoingMail | undefined }> {
  const request = await getRequest(db, reference);
  const waiting = await findWaitingDecision(db, request.id);
  return { request, letter: waiting && (await getMail(db, waiting.mailId)) };
}
