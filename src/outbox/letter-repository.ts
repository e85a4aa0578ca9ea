/** Counts what the navigation of the desk shows of the outbox. */
import type { Db } from '../platform/database.js';
import { countUndeliveredMails } from '../platform/outbox-list.js';
import type { Role } from '../staff/index.js';
import { subjectsFor } from './letter.js';

/** Letters that did not reach their reader, as far as this role sees letters. */
export function countUndelivered(db: Db, role: Role): Promise<number> {
  return countUndeliveredMails(db, subjectsFor(role));
}
