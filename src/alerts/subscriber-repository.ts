/** Every SQL statement about the addresses of the press list. */
import { emailKey } from '../accreditation/index.js';
import type { Db, Trx } from '../platform/database.js';
import type { Lang } from '../platform/languages.js';
import type { Subscriber, Topic, Wishes } from './subscriber.js';

interface SubscriberRow {
  id: number;
  email: string;
  email_key: string;
  language: string;
  asked_at: string;
  confirmed_at: string | null;
  failures: number;
  paused_at: string | null;
}

interface WishRow {
  subscriber_id: number;
  language: string;
  topic: string;
}

export function findSubscriber(db: Db, id: number): Promise<Subscriber | undefined> {
  return find(db, { id });
}

export function findSubscriberByEmail(db: Db, email: string): Promise<Subscriber | undefined> {
  return find(db, { email_key: emailKey(email) });
}

async function find(db: Db, which: Partial<SubscriberRow>): Promise<Subscriber | undefined> {
  const row = await db<SubscriberRow>('alert_subscribers').where(which).first();
  return row && (await withWishes(db, row));
}

/** For the caller's transaction: whoever changes the same address at the same moment waits. */
export async function lockSubscriber(trx: Trx, id: number): Promise<Subscriber | undefined> {
  const row = await trx<SubscriberRow>('alert_subscribers').where({ id }).forUpdate().first();
  return row && (await withWishes(trx, row));
}

/** The row of this address, new or as it was, locked. Of two people who enter it at once the second one waits. */
export async function ensureSubscriber(
  trx: Trx,
  { email, lang, at }: { email: string; lang: Lang; at: Date },
): Promise<Subscriber> {
  const key = emailKey(email);
  await trx<SubscriberRow>('alert_subscribers')
    .insert({ email, email_key: key, language: lang, asked_at: at.toISOString(), failures: 0 })
    .onConflict('email_key')
    .ignore();
  const row = await trx<SubscriberRow>('alert_subscribers').where({ email_key: key }).forUpdate().first();
  return withWishes(trx, row!);
}

export async function askAgain(
  trx: Trx,
  id: number,
  { lang, wishes, at }: { lang: Lang; wishes: Wishes; at: Date },
): Promise<void> {
  await trx<SubscriberRow>('alert_subscribers')
    .where({ id })
    .update({ language: lang, asked_at: at.toISOString() });
  await setWishes(trx, id, wishes);
}

export async function setWishes(trx: Trx, id: number, { languages, topics }: Wishes): Promise<void> {
  await trx<WishRow>('alert_wishes').where({ subscriber_id: id }).delete();
  await trx<WishRow>('alert_wishes').insert(
    languages.flatMap((language) => topics.map((topic) => ({ subscriber_id: id, language, topic }))),
  );
}

export async function noteConfirmed(trx: Trx, id: number, at: Date): Promise<void> {
  await trx<SubscriberRow>('alert_subscribers').where({ id }).update({ confirmed_at: at.toISOString() });
}

/** Letters may go there again. */
export async function resumeSubscriber(trx: Trx, id: number): Promise<void> {
  await trx<SubscriberRow>('alert_subscribers').where({ id }).update({ failures: 0, paused_at: null });
}

/** Returns how many there are now in a row. */
export async function noteMissingMailbox(trx: Trx, id: number): Promise<number> {
  const [row] = await trx<SubscriberRow>('alert_subscribers')
    .where({ id })
    .update({ failures: trx.raw('failures + 1') })
    .returning('failures');
  return row?.failures ?? 0;
}

export async function pauseSubscriber(trx: Trx, id: number, at: Date): Promise<void> {
  await trx<SubscriberRow>('alert_subscribers').where({ id }).update({ paused_at: at.toISOString() });
}

/** With its wishes and all that says what it was told of. */
export async function deleteSubscriber(trx: Trx, id: number): Promise<void> {
  await trx<SubscriberRow>('alert_subscribers').where({ id }).delete();
}

export async function listPaused(db: Db, limit: number): Promise<Subscriber[]> {
  const rows = await db<SubscriberRow>('alert_subscribers')
    .whereNotNull('paused_at')
    .orderBy('paused_at', 'desc')
    .limit(limit);
  return Promise.all(rows.map((row) => withWishes(db, row)));
}

/** Numbers of addresses whose time is over: not confirmed since `asked`, or paused since `paused`. */
export async function listOverdue(db: Db, before: { asked: Date; paused: Date }): Promise<number[]> {
  const rows = await db<SubscriberRow>('alert_subscribers')
    .where((over) => over.whereNull('confirmed_at').andWhere('asked_at', '<=', before.asked.toISOString()))
    .orWhere('paused_at', '<=', before.paused.toISOString())
    .orderBy('id')
    .select('id');
  return rows.map(({ id }) => id);
}

async function withWishes(db: Db, row: SubscriberRow): Promise<Subscriber> {
  const wishes = await db<WishRow>('alert_wishes')
    .where({ subscriber_id: row.id })
    .orderBy(['language', 'topic']);
  const distinct = (of: 'language' | 'topic') => [...new Set(wishes.map((wish) => wish[of]))];
  return {
    id: row.id,
    email: row.email,
    lang: row.language as Lang,
    askedAt: new Date(row.asked_at),
    confirmedAt: row.confirmed_at ? new Date(row.confirmed_at) : undefined,
    failures: row.failures,
    pausedAt: row.paused_at ? new Date(row.paused_at) : undefined,
    wishes: { languages: distinct('language') as Lang[], topics: distinct('topic') as Topic[] },
  };
}
