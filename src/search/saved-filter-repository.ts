/** Every SQL statement about saved views of the queue. Each belongs to one member, and nobody else is ever shown it. */
import type { Db } from '../platform/database.js';
import type { SavedFilter } from './saved.js';

export async function listSavedFilters(db: Db, memberId: number): Promise<SavedFilter[]> {
  return db('saved_filters').where({ staff_id: memberId }).orderBy('id').select('id', 'name', 'query');
}

export async function insertSavedFilter(
  db: Db,
  memberId: number,
  { name, query }: Omit<SavedFilter, 'id'>,
  at: Date,
): Promise<void> {
  await db('saved_filters').insert({ staff_id: memberId, name, query, created_at: at.toISOString() });
}

/** False when it is gone, or another member's. */
export async function deleteSavedFilter(db: Db, memberId: number, id: number): Promise<boolean> {
  return (await db('saved_filters').where({ id, staff_id: memberId }).delete()) > 0;
}

/** Those of all members that search for words. */
export async function listSavedSearches(db: Db): Promise<SavedFilter[]> {
  return db('saved_filters').whereLike('query', '%q=%').select('id', 'name', 'query');
}

export async function deleteSavedFilters(db: Db, ids: readonly number[]): Promise<void> {
  await db('saved_filters')
    .whereIn('id', [...ids])
    .delete();
}
