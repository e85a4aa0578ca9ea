/** What the desk asks about letters: how many did not arrive, and whether a later decision took one's place. */
import type { Db } from '../platform/database.js';
import type { OutgoingMail } from '../platform/outbox.js';
import { countUndeliveredMails } from '../platform/outbox-list.js';
import type { Role } from '../staff/index.js';
import { subjectsFor } from './letter.js';

/** Letters that did not reach their reader, as far as this role sees letters. */
export function countUndelivered(db: Db, role: Role): Promise<number> {
  return countUndeliveredMails(db, subjectsFor(role));
}

/** True when the same record was decided anew since; a decision taken back again does not count. */
export async function isReplaced(
  db: Db,
  { id, about }: Pick<OutgoingMail, 'id' | 'about'>,
): Promise<boolean> {
  const later = await db('outgoing_mails')
    .where({ about: about ?? null })
    .where('id', '>', id)
    .whereNotNull('after_sent')
    .whereNot({ state: 'cancelled' })
    .first('id');
  return later !== undefined;
}
