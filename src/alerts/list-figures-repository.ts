/** The press list in figures, for the desk: how many want what, what is under way, how many came and went. */
import type { Db, Trx } from '../platform/database.js';
import { toDay } from '../platform/dates.js';
import type { MailState } from '../platform/mail-status.js';
import type { ListFigures, WishCount } from './subscriber.js';

export async function readFigures(db: Db, since: Date): Promise<ListFigures> {
  const counted = (await db('alert_subscribers')
    .select(
      db.raw('count(confirmed_at) as confirmed'),
      db.raw('count(paused_at) as paused'),
      db.raw('count(*) - count(confirmed_at) as unconfirmed'),
      db.raw('count(case when confirmed_at >= ? then 1 end) as joined', [since.toISOString()]),
    )
    .first()) as Record<string, number | string> | undefined;
  const gone = await db('alert_departures').where('day', '>=', toDay(since)).sum({ left: 'people' }).first();
  const number = (name: string) => Number(counted?.[name] ?? 0);
  return {
    confirmed: number('confirmed'),
    paused: number('paused'),
    unconfirmed: number('unconfirmed'),
    joined: number('joined'),
    left: Number((gone as { left?: number | string | null } | undefined)?.left ?? 0),
  };
}

/** Confirmed addresses that are not paused. */
export async function countWishes(db: Db): Promise<WishCount[]> {
  const rows = (await db('alert_wishes as w')
    .join('alert_subscribers as s', 's.id', 'w.subscriber_id')
    .whereNotNull('s.confirmed_at')
    .whereNull('s.paused_at')
    .groupBy('w.topic', 'w.language')
    .select('w.topic', 'w.language', db.raw('count(*) as people'))) as (Omit<WishCount, 'people'> & {
    people: number | string;
  })[];
  return rows.map((row) => ({ ...row, people: Number(row.people) }));
}

/** How many letters of each mailing wait in the outbox or are on their way. */
export async function countUnderWay(db: Db, mailingIds: readonly number[]): Promise<Map<number, number>> {
  const rows = (await db('alert_deliveries as d')
    .join('outgoing_mails as o', 'o.id', 'd.mail_id')
    .whereIn('d.mailing_id', [...mailingIds])
    .whereIn('o.state', ['waiting', 'sending'])
    .groupBy('d.mailing_id')
    .select('d.mailing_id as id', db.raw('count(*) as letters'))) as {
    id: number;
    letters: number | string;
  }[];
  return new Map(rows.map(({ id, letters }) => [id, Number(letters)]));
}

const NOT_TAKEN: readonly MailState[] = ['refused', 'failed'];

/** Numbers of the letters of a mailing that were given up. */
export async function listFailedLetters(db: Db, mailingId: number): Promise<number[]> {
  const rows = await db('alert_deliveries as d')
    .join('outgoing_mails as o', 'o.id', 'd.mail_id')
    .where('d.mailing_id', mailingId)
    .whereIn('o.state', NOT_TAKEN)
    .orderBy('o.id')
    .select('o.id');
  return rows.map(({ id }) => id);
}

/** What was said last when a letter of each mailing was given up; addresses are left out. */
export async function listLastErrors(db: Db, mailingIds: readonly number[]): Promise<Map<number, string>> {
  const latest = db('alert_deliveries as d')
    .join('outgoing_mails as o', 'o.id', 'd.mail_id')
    .whereIn('d.mailing_id', [...mailingIds])
    .whereIn('o.state', NOT_TAKEN)
    .groupBy('d.mailing_id')
    .max('o.id');
  const rows: { mailing_id: number; last_error: string | null }[] = await db('outgoing_mails as o')
    .join('alert_deliveries as d', 'd.mail_id', 'o.id')
    .whereIn('o.id', latest)
    .select('d.mailing_id', 'o.last_error');
  return new Map(rows.map(({ mailing_id, last_error }) => [mailing_id, withoutAddresses(last_error ?? '')]));
}

const withoutAddresses = (text: string): string => text.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…');

/** What stays of whoever leaves. */
export async function countDeparture(trx: Trx, at: Date): Promise<void> {
  await trx('alert_departures')
    .insert({ day: toDay(at), people: 1 })
    .onConflict('day')
    .merge({ people: trx.raw('alert_departures.people + 1') });
}
