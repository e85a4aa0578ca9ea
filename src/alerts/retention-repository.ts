/** What the retention plan of the press list takes besides the addresses: letters in the outbox, and who was told of what. */
import type { Knex } from 'knex';
import type { Db } from '../platform/database.js';

/** Finished letters to the press list that were written before this moment. */
const oldLetters = (db: Db, before: Date): Knex.QueryBuilder =>
  db('outgoing_mails')
    .where('about', 'like', 'alert:%')
    .whereNotIn('state', ['waiting', 'sending'])
    .andWhere('queued_at', '<=', before.toISOString());

const oldDeliveries = (db: Db, before: Date): Knex.QueryBuilder =>
  db('alert_deliveries').whereIn(
    'mailing_id',
    db('alert_mailings').where('started_at', '<=', before.toISOString()).select('id'),
  );

export const countOldLetters = (db: Db, before: Date): Promise<number> => countOf(oldLetters(db, before));
export const deleteOldLetters = (db: Db, before: Date): Promise<number> => deleted(oldLetters(db, before));
export const countOldDeliveries = (db: Db, before: Date): Promise<number> =>
  countOf(oldDeliveries(db, before));
export const deleteOldDeliveries = (db: Db, before: Date): Promise<number> =>
  deleted(oldDeliveries(db, before));

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const row = await query.count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

const deleted = async (query: Knex.QueryBuilder): Promise<number> => query.delete();
