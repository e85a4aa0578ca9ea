/** The mail server is mended: the letters of a mailing that were given up are sent again. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { NotFound } from '../platform/errors.js';
import { changeMail } from '../platform/outbox-repository.js';
import { actorOf, type Member } from '../staff/index.js';
import { listFailedLetters } from './list-figures-repository.js';
import { countLetter, findMailing } from './mailing-repository.js';

/** Returns how many. Throws NotFound for a mailing that does not exist. */
export async function resendFailed({ db, clock }: Deps, mailingId: number, by: Member): Promise<number> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const mailing = await findMailing(trx, mailingId);
    if (!mailing) throw new NotFound();
    const letters = await listFailedLetters(trx, mailingId);
    for (const id of letters) await changeMail(trx, id, { step: 'resend', at });
    await countLetter(trx, mailing, 'failed', -letters.length);
    const entry = { action: 'alert.resent', subject: `release:${mailing.releaseId}` };
    const details = { mailing: mailingId, letters: letters.length };
    await appendAudit(trx, { at, actor: actorOf(by), ...entry, details });
    return letters.length;
  });
}
