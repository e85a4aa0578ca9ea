/** Tells one member of the team what is still undecided: once a day, the mark and the letter in one transaction. */
import { toDay } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { queueMail } from '../platform/outbox.js';
import type { Member } from '../staff/index.js';
import { type Undecided, undecidedLetter } from './mails.js';
import { markMember } from './reminder-repository.js';

/** Name of the mark. */
export const UNDECIDED = 'undecided';

export function remindMember(
  { db, clock, config }: Deps,
  { member, undecided }: { member: Member; undecided: Undecided[] },
): Promise<void> {
  const now = clock.now();
  return db.transaction(async (trx) => {
    if (!(await markMember(trx, member.id, UNDECIDED, toDay(now)))) return;
    const facts = { member, undecided, now, baseUrl: config.baseUrl };
    await queueMail(trx, await undecidedLetter(trx, facts), now);
  });
}
