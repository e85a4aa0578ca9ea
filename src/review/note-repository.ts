/** Every SQL statement about internal notes: they belong to the office and are never sent. */
import type { Db } from '../platform/database.js';
import type { Note } from './case.js';

export async function insertNote(db: Db, requestId: number, note: Note): Promise<void> {
  await db('request_notes').insert({
    request_id: requestId,
    author: note.author,
    text: note.text,
    at: note.at.toISOString(),
  });
}

export async function listNotes(db: Db, requestId: number): Promise<Note[]> {
  const rows = await db('request_notes').where({ request_id: requestId }).orderBy('id');
  return rows.map((row) => ({ author: row.author, text: row.text, at: new Date(row.at) }));
}
