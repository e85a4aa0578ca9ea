/** What belongs to a request as parts of one statement: documents, wished slots, history, messages. */
import type { Db } from '../platform/database.js';
import { type Part, partOf } from '../platform/together.js';
import type { HistoryEntry, Message, RequestDocument, SlotWish } from './request.js';
import { toState } from './status.js';

export interface DocumentRow {
  id: number;
  request_id: number;
  file: string;
  original_name: string;
  kind: string;
  bytes: number;
  sha256: string;
  origin: string;
  added_at: string;
}

export function documentsPart(db: Db, requestId: number): Part<RequestDocument[]> {
  return partOf<DocumentRow, RequestDocument[]>({
    rows: db('request_documents').where({ request_id: requestId }),
    columns: {
      ...{ id: 'number', request_id: 'number', bytes: 'number' },
      ...{ file: 'text', original_name: 'text', kind: 'text', sha256: 'text', origin: 'text' },
      added_at: 'text',
    },
    order: ['id'],
    read: (rows) => rows.map(toDocument),
  });
}

export function toDocument(row: DocumentRow): RequestDocument {
  return {
    id: row.id,
    requestId: row.request_id,
    file: row.file,
    originalName: row.original_name,
    kind: row.kind,
    bytes: row.bytes,
    sha256: row.sha256,
    origin: row.origin as RequestDocument['origin'],
    addedAt: new Date(row.added_at),
  };
}

export function wishesPart(db: Db, requestId: number): Part<SlotWish[]> {
  return partOf<{ slot_id: number; state: string }, SlotWish[]>({
    rows: db('request_slots').where({ request_id: requestId }),
    columns: { slot_id: 'number', state: 'text' },
    order: ['slot_id'],
    read: (rows) => rows.map((row) => ({ slotId: row.slot_id, state: row.state as SlotWish['state'] })),
  });
}

interface HistoryRow {
  id: number;
  step: string;
  state: string;
  actor: string;
  actor_name: string;
  details: string;
  at: string;
  shown_at: string | null;
}

export function historyPart(db: Db, requestId: number): Part<HistoryEntry[]> {
  return partOf<HistoryRow, HistoryEntry[]>({
    rows: db('request_history').where({ request_id: requestId }),
    columns: {
      ...{ id: 'number', step: 'text', state: 'text', actor: 'text', actor_name: 'text' },
      ...{ details: 'text', at: 'text', shown_at: 'text' },
    },
    order: ['id'],
    read: (rows) =>
      rows.map((row) => ({
        step: row.step as HistoryEntry['step'],
        state: toState(row.state),
        actor: row.actor,
        actorName: row.actor_name,
        details: JSON.parse(row.details),
        at: new Date(row.at),
        shownAt: row.shown_at ? new Date(row.shown_at) : undefined,
      })),
  });
}

interface MessageRow {
  id: number;
  direction: string;
  author: string;
  text: string;
  at: string;
  shown_at: string | null;
  document_id: number | null;
}

export function messagesPart(db: Db, requestId: number): Part<Message[]> {
  return partOf<MessageRow, Message[]>({
    rows: db('request_messages').where({ request_id: requestId }),
    columns: {
      ...{ id: 'number', direction: 'text', author: 'text', text: 'text', at: 'text', shown_at: 'text' },
      document_id: 'number',
    },
    order: ['id'],
    read: (rows) =>
      rows.map((row) => ({
        id: row.id,
        direction: row.direction as Message['direction'],
        author: row.author,
        text: row.text,
        at: new Date(row.at),
        shownAt: row.shown_at ? new Date(row.shown_at) : undefined,
        documentId: row.document_id ?? undefined,
      })),
  });
}
