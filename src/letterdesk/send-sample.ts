/** A member sends themselves the letter they are writing, filled with the sample values. */
import type { Deps } from '../platform/deps.js';
import { translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { LetterText } from '../platform/letters.js';
import { queueMail } from '../platform/outbox.js';
import type { Member } from '../staff/index.js';
import type { LetterEntry } from './catalogue.js';

/** `letter` is filled already; it goes to the member's own address and to nobody else. */
export async function sendSample(
  { db, clock }: Deps,
  { member, entry, lang }: { member: Member; entry: LetterEntry; lang: Lang },
  { subject, body }: LetterText,
): Promise<void> {
  const marked = translator(lang)('letterdesk:test.subject', { subject });
  const letter = { kind: entry.key, to: member.email, lang, subject: marked, body };
  await db.transaction((trx) => queueMail(trx, { ...letter, about: `staff:${member.id}` }, clock.now()));
}
