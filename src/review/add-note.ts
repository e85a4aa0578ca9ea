/** Adds an internal note to a request; the same words twice in a row are one note, so a double click is fine. */
import { insertNote, listNotes, lockRequestOf, subjectOf } from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { actorOf, type Member } from '../staff/index.js';

export async function addNote(
  { db, clock }: Deps,
  { reference, text, by }: { reference: string; text: string; by: Member },
): Promise<void> {
  const at = clock.now();
  await db.transaction(async (trx) => {
    const request = await lockRequestOf(trx, reference);
    const last = (await listNotes(trx, request.id)).at(-1);
    if (last?.text === text && last.author === by.name) return;
    await insertNote(trx, request.id, { author: by.name, text, at });
    await appendAudit(trx, { at, actor: actorOf(by), action: 'request.note', subject: subjectOf(request) });
  });
}
