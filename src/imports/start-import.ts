/** Starts a checked list, or goes on with one that stands still; what it does then is done by its job. */
import { getEvent } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { enqueueJob } from '../platform/jobs.js';
import { actorOf, type Member } from '../staff/index.js';
import { type Import, importSubject } from './import.js';
import { lockImport, moveImport } from './import-repository.js';
import { countRows } from './import-row-repository.js';
import { refusalOf } from './upload-list.js';

export const IMPORT_JOB = 'import-list';

/** From now on it runs in the name of who started it. Throws a Conflict when it stands elsewhere by now. */
export async function startImport({ db, clock, realClock }: Deps, id: number, by: Member): Promise<Import> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const run = await lockImport(trx, id);
    const refusal = refusalOf(await getEvent(trx, run.eventId), run.kind, at);
    if (refusal) throw new Conflict(`imports:errors.${refusal}`);
    const moved = await moveImport(trx, run, 'start', { at, actsFor: by.id });
    await enqueueJob(trx, IMPORT_JOB, { importId: id }, realClock.now(), `import:${id}:${moved.starts}`);
    const rows = (await countRows(trx, id)).new;
    await appendAudit(trx, {
      ...{ at, actor: actorOf(by), action: 'import.started', subject: importSubject(run) },
      details: { event: run.eventId, kind: run.kind, rows, letters: moved.matching?.letters ?? false },
    });
    return moved;
  });
}
