/** Adds an internal note to a request. */
import { lockRequestOf, subjectOf } from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { actorOf, type Member } from '../staff/index.js';
import { insertNote } from './note-repository.js';

export async function addNote(
  { db, clock }: Deps,
  { reference, text, by }: { reference: string; text: string; by: Member },
): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, reference);
    await insertNote(trx, request.id, { author: by.name, text, at });
    await appendAudit(trx, { at, actor: actorOf(by), action: 'request.note', subject: subjectOf(request) });
  });
}
