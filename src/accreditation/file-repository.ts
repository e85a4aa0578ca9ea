/** Every SQL statement about what belongs to a request: documents, wished slots, history, messages. */
import type { Db } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { readPart } from '../platform/together.js';
import {
  type DocumentRow,
  documentsPart,
  historyPart,
  messagesPart,
  toDocument,
  wishesPart,
} from './file-parts-repository.js';
import type { HistoryEntry, Message, NewDocument, RequestDocument, SlotWish } from './request.js';

export async function addDocument(
  db: Db,
  requestId: number,
  document: NewDocument,
): Promise<RequestDocument> {
  const [row] = await db<DocumentRow>('request_documents')
    .insert(documentRow(requestId, document))
    .returning('*');
  return toDocument(row!);
}

/** Documents of several requests. */
export async function addDocuments(
  db: Db,
  documents: readonly { requestId: number; document: NewDocument }[],
): Promise<void> {
  const rows = documents.map(({ requestId, document }) => documentRow(requestId, document));
  await db<DocumentRow>('request_documents').insert(rows);
}

const documentRow = (requestId: number, document: NewDocument): Omit<DocumentRow, 'id'> => ({
  request_id: requestId,
  file: document.file,
  original_name: document.originalName,
  kind: document.kind,
  bytes: document.bytes,
  sha256: document.sha256,
  origin: document.origin,
  added_at: document.addedAt.toISOString(),
});

export function listDocuments(db: Db, requestId: number): Promise<RequestDocument[]> {
  return readPart(documentsPart(db, requestId));
}

/** Only a document of this very request. */
export async function getDocument(db: Db, requestId: number, id: number): Promise<RequestDocument> {
  const row = await db<DocumentRow>('request_documents').where({ id, request_id: requestId }).first();
  if (!row) throw new NotFound();
  return toDocument(row);
}

/** Forgets the documents of a request; their files are removed by the caller. */
export async function deleteDocuments(db: Db, requestId: number): Promise<void> {
  await db<DocumentRow>('request_documents').where({ request_id: requestId }).delete();
}

/** Replaces the wishes of a request. */
export async function setSlotWishes(db: Db, requestId: number, slotIds: readonly number[]): Promise<void> {
  await db('request_slots').where({ request_id: requestId }).delete();
  const rows = slotIds.map((slot_id) => ({ request_id: requestId, slot_id, state: 'wished' }));
  if (rows.length > 0) await db('request_slots').insert(rows);
}

/** After an edit: new wishes come in, dropped ones go, and what was granted or declined already stays so. */
export async function adjustSlotWishes(db: Db, requestId: number, slotIds: readonly number[]): Promise<void> {
  const known = (await listSlotWishes(db, requestId)).map(({ slotId }) => slotId);
  await db('request_slots').where({ request_id: requestId }).whereNotIn('slot_id', slotIds).delete();
  const rows = slotIds
    .filter((id) => !known.includes(id))
    .map((slot_id) => ({ request_id: requestId, slot_id, state: 'wished' }));
  if (rows.length > 0) await db('request_slots').insert(rows);
}

export function listSlotWishes(db: Db, requestId: number): Promise<SlotWish[]> {
  return readPart(wishesPart(db, requestId));
}

/** Returns the number of the entry. */
export async function addHistory(db: Db, requestId: number, entry: HistoryEntry): Promise<number> {
  const [row] = await db('request_history').insert(historyRow(requestId, entry)).returning('id');
  return row.id;
}

/** One entry for each of several requests. */
export async function addHistories(
  db: Db,
  entries: readonly { requestId: number; entry: HistoryEntry }[],
): Promise<void> {
  await db('request_history').insert(entries.map(({ requestId, entry }) => historyRow(requestId, entry)));
}

const historyRow = (requestId: number, entry: HistoryEntry) => ({
  request_id: requestId,
  step: entry.step,
  state: entry.state,
  actor: entry.actor,
  actor_name: entry.actorName,
  details: JSON.stringify(entry.details),
  at: entry.at.toISOString(),
  shown_at: entry.shownAt?.toISOString() ?? null,
});

export function listHistory(db: Db, requestId: number): Promise<HistoryEntry[]> {
  return readPart(historyPart(db, requestId));
}

/** Returns the number of the message. */
export async function addMessage(db: Db, requestId: number, message: Omit<Message, 'id'>): Promise<number> {
  const [row] = await db('request_messages')
    .insert({
      request_id: requestId,
      direction: message.direction,
      author: message.author,
      text: message.text,
      at: message.at.toISOString(),
      shown_at: message.shownAt?.toISOString() ?? null,
      document_id: message.documentId ?? null,
    })
    .returning('id');
  return row.id;
}

export function listMessages(db: Db, requestId: number): Promise<Message[]> {
  return readPart(messagesPart(db, requestId));
}

/**
 * The letter has left: what waited with it is shown to the applicant from now on. Named one by one, because what was
 * undone before its letter left is never shown.
 */
export async function showWaitingEntries(
  db: Db,
  { historyId, messageId }: { historyId: number; messageId: number | undefined },
  at: Date,
): Promise<void> {
  const shown_at = at.toISOString();
  await db('request_history').where({ id: historyId }).whereNull('shown_at').update({ shown_at });
  if (messageId)
    await db('request_messages').where({ id: messageId }).whereNull('shown_at').update({ shown_at });
}
