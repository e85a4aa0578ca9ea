/** What happened to a release at the desk: who did what when, and the text as it stood then. */
import type { Db, Trx } from '../platform/database.js';
import { type HistoryEntry, MADE_KNOWN } from './history.js';

interface HistoryRow {
  id: number;
  release_id: number;
  at: string;
  staff_id: number;
  action: string;
  note: string;
  revision: number;
  content: string | null;
}

export async function insertHistory(trx: Trx, entry: Omit<HistoryEntry, 'id'>): Promise<void> {
  await trx<HistoryRow>('release_history').insert({
    release_id: entry.releaseId,
    at: entry.at.toISOString(),
    staff_id: entry.staffId,
    action: entry.action,
    note: entry.note,
    revision: entry.revision,
    content: entry.content ? JSON.stringify(entry.content) : null,
  });
}

/** The newest first. */
export async function listHistory(db: Db, releaseId: number): Promise<HistoryEntry[]> {
  const rows = await db<HistoryRow>('release_history').where({ release_id: releaseId }).orderBy('id', 'desc');
  return rows.map(toEntry);
}

/** Once, whatever became of it. */
export async function wasScheduled(db: Db, releaseId: number): Promise<boolean> {
  const row = await db<HistoryRow>('release_history')
    .where({ release_id: releaseId })
    .whereIn('action', MADE_KNOWN)
    .first('id');
  return row !== undefined;
}

const toEntry = (row: HistoryRow): HistoryEntry => ({
  id: row.id,
  releaseId: row.release_id,
  at: new Date(row.at),
  staffId: row.staff_id,
  action: row.action,
  note: row.note,
  revision: row.revision,
  content: row.content ? JSON.parse(row.content) : undefined,
});
