/**
 * The audit log: who did what to which record when. Each entry carries the hash of the one before it, so a changed,
 * removed or reordered entry shows. It holds no personal data: actors and subjects are record numbers.
 */
import { createHash } from 'node:crypto';
import { type Db, type Trx, together } from './database.js';

export interface AuditEntry {
  at: Date;
  /** `staff:3`, `applicant`, `system` */
  actor: string;
  /** A verb of the office: `request.approved`, `staff.invited` */
  action: string;
  /** `request:12`, `event:1` */
  subject: string;
  /** Facts without personal data, for instance the key of a reason. */
  details?: Record<string, string | number | boolean | null>;
}

interface AuditRow {
  id: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  details: string;
  previous_hash: string;
  hash: string;
}

interface HeadRow {
  id: number;
  hash: string;
  length: number;
}

const FIRST = '0'.repeat(64);

/** Part of the caller's transaction: what happened and its entry are saved together or not at all. */
export function appendAudit(trx: Trx, entry: AuditEntry): Promise<void> {
  return appendAudits(trx, [entry]);
}

/** Several entries, one behind the other. */
export async function appendAudits(trx: Trx, entries: readonly AuditEntry[]): Promise<void> {
  // The row lock on the head makes the chain one line, also with several processes on PostgreSQL.
  const [head] = await trx<HeadRow>('audit_head')
    .where({ id: 1 })
    .update({ length: trx.raw('length + ?', [entries.length]) as unknown as number })
    .returning('hash');
  const rows: Omit<AuditRow, 'id'>[] = [];
  for (const entry of entries) {
    const row = {
      at: entry.at.toISOString(),
      actor: entry.actor,
      action: entry.action,
      subject: entry.subject,
      details: JSON.stringify(entry.details ?? {}),
      previous_hash: rows.at(-1)?.hash ?? head?.hash ?? FIRST,
    };
    rows.push({ ...row, hash: hashOf(row) });
  }
  await together(trx, [
    () => trx('audit_entries').insert(rows),
    () =>
      trx('audit_head')
        .where({ id: 1 })
        .update({ hash: rows.at(-1)!.hash }),
  ]);
}

/** Recomputes the chain; returns the number of the first entry that does not fit, or undefined when all is well. */
export async function findBrokenEntry(db: Db): Promise<number | undefined> {
  let previous = FIRST;
  let last = 0;
  let count = 0;
  for (;;) {
    const rows: AuditRow[] = await db<AuditRow>('audit_entries')
      .where('id', '>', last)
      .orderBy('id')
      .limit(500);
    for (const row of rows) {
      if (row.previous_hash !== previous || row.hash !== hashOf(row)) return row.id;
      previous = row.hash;
      last = row.id;
      count += 1;
    }
    if (rows.length < 500) break;
  }
  const head = await db<HeadRow>('audit_head').where({ id: 1 }).first();
  return head && (head.hash !== previous || Number(head.length) !== count) ? last + 1 : undefined;
}

function hashOf(row: Omit<AuditRow, 'id' | 'hash'>): string {
  const fields = [row.previous_hash, row.at, row.actor, row.action, row.subject, row.details];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
