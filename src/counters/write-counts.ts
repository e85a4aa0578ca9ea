/** Writes down what was counted since; a crash in between loses some seconds of counting, and nothing else. */
import type { Deps } from '../platform/deps.js';
import { putBack, takeCounted } from './counting.js';
import { addCounts } from './page-count-repository.js';

export async function writeCounts({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<void> {
  const counted = takeCounted(config);
  if (counted.length === 0) return;
  try {
    await db.transaction((trx) => addCounts(trx, counted));
  } catch (error) {
    putBack(config, counted);
    throw error;
  }
}
