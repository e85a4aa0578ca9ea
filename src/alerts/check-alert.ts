/** What happens around the sending of a letter of the press list: one last look, and what became of it. */
import { findRelease } from '../newsroom/index.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { Clearance, Failure } from '../platform/mail-hooks.js';
import type { OutgoingMail } from '../platform/outbox.js';
import { timelinessOf } from './mailing.js';
import { countLetter, findMailingOf, noteDelivered } from './mailing-repository.js';
import { listHeaders } from './mails.js';
import { FAILURES_UNTIL_PAUSE, subscriberOf } from './subscriber.js';
import { noteMissingMailbox, pauseSubscriber, resumeSubscriber } from './subscriber-repository.js';

/** An embargo may have been set, a correction published or the release withdrawn since the letter was written. */
export async function checkAlert(deps: Deps, mail: OutgoingMail): Promise<Clearance> {
  const { db, clock, keys, config } = deps;
  const mailing = await findMailingOf(db, mail.id);
  // A letter about a release without its mailing: the release was deleted.
  if (!mailing) return mail.afterSent === 'alert' ? { withhold: 'alerts:overtaken' } : { headers: {} };
  const release = await findRelease(db, mailing.releaseId);
  const timeliness = timelinessOf(mailing, release, clock.now());
  if (timeliness.kind === 'early') return { wait: timeliness.until };
  if (timeliness.kind === 'overtaken') return { withhold: 'alerts:overtaken' };
  return { headers: listHeaders({ keys, baseUrl: config.baseUrl }, mail) };
}

/** Part of the transaction that notes the letter as sent. */
export async function noteAlertSent(trx: Trx, mail: OutgoingMail, at: Date): Promise<void> {
  const mailing = await findMailingOf(trx, mail.id);
  if (!mailing) return;
  // The subscriber first, as leaving the list does, so that nobody waits in a circle.
  await resumeSubscriber(trx, subscriberOf(mail));
  await noteDelivered(trx, mail.id, at);
  await countLetter(trx, mailing, 'sent');
}

/** Part of the transaction that notes the letter as given up. */
export async function noteAlertFailed(
  trx: Trx,
  mail: OutgoingMail,
  { at, noMailbox }: Failure,
): Promise<void> {
  const mailing = await findMailingOf(trx, mail.id);
  if (!mailing) return;
  if (noMailbox) {
    const failures = await noteMissingMailbox(trx, subscriberOf(mail));
    if (failures >= FAILURES_UNTIL_PAUSE) await pauseSubscriber(trx, subscriberOf(mail), at);
  }
  await countLetter(trx, mailing, 'failed');
}
