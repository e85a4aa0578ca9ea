/** Every SQL statement about internal notes: they belong to the office and go to nobody but the person, who may ask for them. */
import type { Db } from '../platform/database.js';
import { type Part, partOf, readPart } from '../platform/together.js';
import type { Note } from './request.js';

export async function insertNote(db: Db, requestId: number, note: Note): Promise<void> {
  await db('request_notes').insert({
    request_id: requestId,
    author: note.author,
    text: note.text,
    at: note.at.toISOString(),
  });
}

export function listNotes(db: Db, requestId: number): Promise<Note[]> {
  return readPart(notesPart(db, requestId));
}

export function notesPart(db: Db, requestId: number): Part<Note[]> {
  return partOf<{ id: number; author: string; text: string; at: string }, Note[]>({
    rows: db('request_notes').where({ request_id: requestId }),
    columns: { id: 'number', author: 'text', text: 'text', at: 'text' },
    order: ['id'],
    read: (rows) => rows.map((row) => ({ author: row.author, text: row.text, at: new Date(row.at) })),
  });
}
