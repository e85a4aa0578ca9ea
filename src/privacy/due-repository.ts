/** Every SQL statement of the deletion plan: what an event still holds, in the order of the numbers of the requests. */
import type { Db } from '../platform/database.js';

export async function countDocuments(db: Db, eventId: number): Promise<number> {
  const row = await db('request_documents')
    .join('accreditation_requests', 'accreditation_requests.id', 'request_documents.request_id')
    .where('accreditation_requests.event_id', eventId)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

export async function countRequests(db: Db, eventId: number): Promise<number> {
  const row = await db('accreditation_requests').where({ event_id: eventId }).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

export interface Batch {
  /** The number of the last request seen; 0 at the start. */
  after: number;
  limit: number;
}

/** The numbers of requests in any state. */
export async function listRequestIds(db: Db, eventId: number, batch: Batch): Promise<number[]> {
  return idsOf(await ofEvent(db, eventId, batch));
}

/** The numbers of the requests that still have documents. */
export async function listIdsWithDocuments(db: Db, eventId: number, batch: Batch): Promise<number[]> {
  return idsOf(await ofEvent(db, eventId, batch).whereIn('id', db('request_documents').select('request_id')));
}

const ofEvent = (db: Db, eventId: number, { after, limit }: Batch) =>
  db('accreditation_requests')
    .where({ event_id: eventId })
    .andWhere('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select('id');

const idsOf = (rows: { id: number }[]): number[] => rows.map(({ id }) => id);
