/** The full-text index of requests, on SQLite (FTS5) and PostgreSQL (tsvector). Triggers keep it up to date. */
import type { Knex } from 'knex';
import { type Db, isSqlite } from '../platform/database.js';
import { searchWords } from './words.js';

/**
 * The numbers, as `request_id`, of the requests in which every word begins a word of names, outlet, reference, e-mail, notes
 * or messages. Without a single word nothing matches.
 */
export function matchingRequests(db: Db, text: string): Knex.QueryBuilder {
  const words = searchWords(text);
  const none = words.length === 0;
  if (isSqlite(db)) {
    const found = db('request_words').select(db.raw('rowid as request_id'));
    // A phrase in quotes keeps operators of the index what they are: words.
    const match = words.map((word) => `"${word}" *`).join(' AND ');
    return none ? found.whereRaw('false') : found.whereRaw('request_words match ?', [match]);
  }
  const found = db('request_words').select('request_id');
  const match = words.map((word) => `'${word}':*`).join(' & ');
  return none ? found.whereRaw('false') : found.whereRaw('words @@ ?::tsquery', [match]);
}
