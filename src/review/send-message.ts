/** The team writes to the applicant: the message stands in the thread and goes out as a letter at once. */
import {
  addMessage,
  allows,
  listMessages,
  lockRequestOf,
  type Message,
  subjectOf,
} from '../accreditation/index.js';
import { messageLetter } from '../decisions/index.js';
import { getEvent } from '../events/index.js';
import { readOperator } from '../operator/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { queueMail } from '../platform/outbox.js';
import { actorOf, type Member } from '../staff/index.js';

/**
 * What was sent last is not sent again, so a double click is fine. Throws a Conflict when the applicant could not write
 * back, because the request is closed.
 */
export async function sendMessage(
  { db, clock }: Deps,
  { reference, text, by }: { reference: string; text: string; by: Member },
): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, reference);
    if (isRepeated(await listMessages(trx, request.id), { text, by })) return;
    if (request.kept || !allows(request.shownState, 'write')) throw new Conflict('decisions:errors.faster');
    const message = { direction: 'to_applicant', author: by.name, text, documentId: undefined } as const;
    await addMessage(trx, request.id, { ...message, at, shownAt: at });
    const event = await getEvent(trx, request.eventId);
    const { operator } = await readOperator(trx);
    await queueMail(trx, await messageLetter(trx, { request, event, operator }, text), at);
    await appendAudit(trx, { at, actor: actorOf(by), action: 'request.write', subject: subjectOf(request) });
  });
}

const isRepeated = (messages: readonly Message[], { text, by }: { text: string; by: Member }): boolean => {
  const last = messages.at(-1);
  return (
    last?.direction === 'to_applicant' && last.text === text && last.author === by.name && !!last.shownAt
  );
};
