/** Lists are taken over by themselves, resumed by whoever comes first when their process died; rows go after a day. */
import type { Deps } from '../platform/deps.js';
import type { JobKind } from '../platform/jobs.js';
import { carryOutImport } from './carry-out-import.js';
import { emptyImportsBefore } from './import-repository.js';
import { IMPORT_JOB } from './start-import.js';

export const importJob: JobKind = {
  name: IMPORT_JOB,
  run: async (deps, job) => {
    const { importId } = job.payload as { importId: number };
    for (let steps = 1; !job.stopping(); steps += 1) {
      if (!(await carryOutImport(deps, importId))) return;
      await job.progress(steps, 0, { steps });
    }
  },
};

const DAY = 24 * 3600_000;

export const tidyImportsJob: JobKind = {
  name: 'imports-tidy',
  everyMinutes: 60,
  run: async ({ db, clock }: Deps) => {
    const before = new Date(clock.now().getTime() - DAY);
    await db.transaction((trx) => emptyImportsBefore(trx, before));
  },
};
