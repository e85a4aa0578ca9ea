/** Notes what is said to everybody in a run that nobody has started yet. */
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { allowsRunStep, type Wording } from './run.js';
import { lockRun, setWording } from './run-repository.js';

/** Throws a Conflict once it runs. */
export async function wordRun({ db }: Deps, id: number, wording: Wording): Promise<void> {
  await db.transaction(async (trx) => {
    const run = await lockRun(trx, id);
    if (!allowsRunStep(run.state, 'start')) throw new Conflict('bulk:errors.started');
    await setWording(trx, id, wording);
  });
}
