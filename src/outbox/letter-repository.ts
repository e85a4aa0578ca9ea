/** What the desk asks about letters: how many did not arrive, and whether a later decision took one's place. */
import type { Db } from '../platform/database.js';
import type { MailState } from '../platform/mail-status.js';
import type { OutgoingMail } from '../platform/outbox.js';
import { countUndeliveredMails } from '../platform/outbox-list.js';
import type { Role } from '../staff/index.js';
import { subjectsFor } from './letter.js';

/** Letters that did not reach their reader, as far as this role sees letters. */
export function countUndelivered(db: Db, role: Role): Promise<number> {
  return countUndeliveredMails(db, subjectsFor(role));
}

const NEVER_LEFT: readonly MailState[] = ['refused', 'failed'];

/**
 * True when the same record was decided anew since. A decision taken back again does not count; one whose own letter
 * still waits only counts against a letter that never left, because what the reader knows already is in force until then.
 */
export async function isReplaced(
  db: Db,
  { id, about, state }: Pick<OutgoingMail, 'id' | 'about' | 'state'>,
): Promise<boolean> {
  const pending: MailState[] = NEVER_LEFT.includes(state) ? [] : ['waiting', 'sending'];
  const later = await db('outgoing_mails')
    .where({ about: about ?? null })
    .where('id', '>', id)
    .whereNotNull('after_sent')
    .whereNot({ state: 'cancelled' })
    // One that waits to be sent again left before, and is in force.
    .where((left) => left.whereNotIn('state', pending).orWhereNotNull('sent_at'))
    .first('id');
  return later !== undefined;
}
