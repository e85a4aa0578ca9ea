/** Keeps an uploaded list until its columns are matched; a day at most. */
import { deletionPlan } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { actorOf, type Member } from '../staff/index.js';
import { type Import, importSubject, isDraft, type Kind } from './import.js';
import { deleteImport, insertImport, lockImport } from './import-repository.js';
import { insertRows } from './import-row-repository.js';
import type { Table } from './table.js';

export interface NewList {
  event: Event;
  kind: Kind;
  fileName: string;
  table: Extract<Table, { ok: true }>;
  by: Member;
}

/** Why this event takes no such list now; undefined: it does. */
export function refusalOf(event: Event, kind: Kind, now: Date): 'over' | 'notPast' | 'due' | undefined {
  if (kind === 'requests') return event.state === 'published' && event.endsAt > now ? undefined : 'over';
  if (event.state !== 'archived' || event.endsAt > now) return 'notPast';
  return deletionPlan(event).requestOn <= now ? 'due' : undefined;
}

export async function uploadList({ db, clock }: Deps, list: NewList): Promise<Import> {
  const at = clock.now();
  const { event, kind, fileName, table, by } = list;
  return db.transaction(async (trx) => {
    const { headings, rows } = table;
    const run = await insertImport(
      trx,
      { eventId: event.id, kind, fileName, actsFor: by.id, headings, total: rows.length },
      at,
    );
    await insertRows(trx, run.id, rows);
    await appendAudit(trx, {
      ...{ at, actor: actorOf(by), action: 'import.uploaded', subject: importSubject(run) },
      details: { event: event.id, kind, rows: rows.length },
    });
    return run;
  });
}

/** Throws a Conflict once it was started. */
export async function discardList({ db, clock }: Deps, id: number, by: Member): Promise<void> {
  await db.transaction(async (trx) => {
    const run = await lockImport(trx, id);
    if (!isDraft(run.state)) throw new Conflict('imports:errors.step');
    await deleteImport(trx, id);
    const at = clock.now();
    const subject = importSubject(run);
    await appendAudit(trx, { at, actor: actorOf(by), action: 'import.discarded', subject });
  });
}
