/** Every SQL statement about mailings: which are due, to whom they go, what has become of their letters. */
import { PUBLIC_STATES, type Release, releasedAt } from '../newsroom/index.js';
import type { Db, Trx } from '../platform/database.js';
import type { QueuedMail } from '../platform/outbox-repository.js';
import { isNews, type Mailing, type Occasion, type Recipient } from './mailing.js';
import { subscriberOf, topicsOf } from './subscriber.js';

interface MailingRow {
  id: number;
  release_id: number;
  version: number;
  occasion: string;
  started_at: string;
  queued_at: string | null;
  cursor: number;
  letters: number;
  sent: number;
  failed: number;
}

interface DeliveryRow {
  mailing_id: number;
  subscriber_id: number;
  mail_id: number;
  sent_at: string | null;
}

type Due = Pick<Mailing, 'releaseId' | 'version' | 'occasion'>;

/**
 * What became public, was corrected or withdrawn and is not mailed yet. Releases that were public before the first
 * address was confirmed are the archive, which nobody is told of.
 */
export async function listUnmailed(db: Db, now: Date, limit: number): Promise<Due[]> {
  const mailed = (occasion: Occasion) =>
    db('alert_mailings as m')
      .whereRaw('m.release_id = r.id')
      .andWhere({ 'm.occasion': occasion })
      .select(db.raw('1'));
  const ready = await db('releases as r')
    .whereIn('r.state', [...PUBLIC_STATES])
    .andWhere('r.visible_from', '<=', now.toISOString())
    .whereNotExists(mailed('release').whereRaw('m.version = r.version'))
    .whereExists(
      db('alert_subscribers as s').whereRaw('s.confirmed_at <= r.visible_from').select(db.raw('1')),
    )
    .orderBy('r.visible_from')
    .limit(limit)
    .select('r.id', 'r.version');
  const withdrawn = await db('releases as r')
    .where({ 'r.state': 'withdrawn' })
    .whereExists(mailed('release').andWhere('m.letters', '>', 0))
    .whereNotExists(mailed('withdrawal'))
    .limit(limit)
    .select('r.id', 'r.version');
  const toDue = (occasion: Occasion) => (row: { id: number; version: number }) => ({
    releaseId: row.id,
    version: row.version,
    occasion,
  });
  return [...ready.map(toDue('release')), ...withdrawn.map(toDue('withdrawal'))];
}

/** Nothing when another process was faster. */
export async function insertMailing(db: Db, { releaseId, version, occasion }: Due, at: Date): Promise<void> {
  await db('alert_mailings')
    .insert({ release_id: releaseId, version, occasion, started_at: at.toISOString() })
    .onConflict(['release_id', 'version', 'occasion'])
    .ignore();
}

/** Those of which letters are still to be written, oldest first. */
export async function listOpenMailings(db: Db): Promise<Mailing[]> {
  const rows = await db<MailingRow>('alert_mailings').whereNull('queued_at').orderBy('id');
  return rows.map(toMailing);
}

/** The latest first. */
export async function listMailings(db: Db, limit: number): Promise<Mailing[]> {
  const rows = await db<MailingRow>('alert_mailings').orderBy('id', 'desc').limit(limit);
  return rows.map(toMailing);
}

/**
 * The next ones by number, so that nobody is missed and nobody looked at twice; locked, so that nobody leaves the list
 * before the letters are written.
 */
export async function lockRecipients(
  db: Trx,
  { id, occasion, cursor, startedAt }: Mailing,
  release: Release,
  limit: number,
): Promise<Recipient[]> {
  // A letter of an earlier version that is on its way at this moment counts as read.
  const informed = db('alert_deliveries as d')
    .join('alert_mailings as m', 'm.id', 'd.mailing_id')
    .leftJoin('outgoing_mails as o', 'o.id', 'd.mail_id')
    .whereRaw('d.subscriber_id = s.id')
    .andWhere({ 'm.release_id': release.id, 'm.occasion': 'release' })
    .whereNot('m.id', id)
    .where((arrived) => arrived.whereNotNull('d.sent_at').orWhere('o.state', 'sending'))
    .select(db.raw('1'));
  const wished = db('alert_wishes as w')
    .whereRaw('w.subscriber_id = s.id')
    .andWhere({ 'w.language': release.language })
    .whereIn('w.topic', topicsOf(release))
    .select(db.raw('1'));
  const rows: { id: number; email: string; informed: boolean | number }[] = await db('alert_subscribers as s')
    .where('s.id', '>', cursor)
    .whereNotNull('s.confirmed_at')
    .whereNull('s.paused_at')
    .where((some) => {
      some.whereExists(informed.clone());
      if (occasion === 'release' && isNews({ startedAt }, release))
        some.orWhere((fresh) =>
          fresh.where('s.confirmed_at', '<=', releasedAt(release).toISOString()).whereExists(wished),
        );
    })
    .orderBy('s.id')
    .limit(limit)
    .forShare('s')
    .select('s.id', 's.email', db.raw('exists ? as informed', [informed]));
  return rows.map((row) => ({ id: row.id, email: row.email, informed: Boolean(row.informed) }));
}

/** Moves on behind these recipients; false when another process has done so. */
export async function moveCursor(
  trx: Trx,
  { id, cursor, letters }: Mailing,
  recipients: readonly Recipient[],
): Promise<boolean> {
  const moved = await trx<MailingRow>('alert_mailings')
    .where({ id, cursor })
    .whereNull('queued_at')
    .update({ cursor: recipients.at(-1)!.id, letters: letters + recipients.length });
  return moved > 0;
}

export async function noteQueued(db: Db, id: number, at: Date): Promise<void> {
  await db<MailingRow>('alert_mailings').where({ id }).update({ queued_at: at.toISOString() });
}

/** `mails` are about the recipients. */
export async function insertDeliveries(
  trx: Trx,
  mailingId: number,
  mails: readonly QueuedMail[],
): Promise<void> {
  const rows = mails.map((mail) => ({
    mailing_id: mailingId,
    subscriber_id: subscriberOf(mail),
    mail_id: mail.id,
  }));
  await trx<DeliveryRow>('alert_deliveries').insert(rows);
}

export async function findMailing(db: Db, id: number): Promise<Mailing | undefined> {
  const row = await db<MailingRow>('alert_mailings').where({ id }).first();
  return row && toMailing(row);
}

/** The mailing a letter belongs to; undefined for letters about the subscription itself. */
export async function findMailingOf(db: Db, mailId: number): Promise<Mailing | undefined> {
  const row = await db<MailingRow>('alert_mailings')
    .join('alert_deliveries', 'alert_deliveries.mailing_id', 'alert_mailings.id')
    .where({ mail_id: mailId })
    .first('alert_mailings.*');
  return row && toMailing(row);
}

export async function noteDelivered(trx: Trx, mailId: number, at: Date): Promise<void> {
  await trx<DeliveryRow>('alert_deliveries').where({ mail_id: mailId }).update({ sent_at: at.toISOString() });
}

export async function countLetter(
  trx: Trx,
  { id }: Pick<Mailing, 'id'>,
  what: 'sent' | 'failed',
  by = 1,
): Promise<void> {
  await trx('alert_mailings').where({ id }).increment(what, by);
}

function toMailing(row: MailingRow): Mailing {
  return {
    id: row.id,
    releaseId: row.release_id,
    version: row.version,
    occasion: row.occasion as Occasion,
    startedAt: new Date(row.started_at),
    queuedAt: row.queued_at ? new Date(row.queued_at) : undefined,
    cursor: row.cursor,
    letters: row.letters,
    sent: row.sent,
    failed: row.failed,
  };
}
