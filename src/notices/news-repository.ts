/** Every SQL statement about what came in for the team since a moment. */
import { isWithdrawn, type State } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import type { News } from './news.js';
import { NEWS_STEPS } from './news.js';

/** After `since`, up to and with `until`, oldest first. What was withdrawn since then waits for nobody. */
export async function listNews(db: Db, since: Date, until: Date): Promise<News[]> {
  const rows: (News & { state: State })[] = await db('request_history')
    .join('accreditation_requests', 'accreditation_requests.id', 'request_history.request_id')
    .whereIn('request_history.step', Object.keys(NEWS_STEPS))
    .where('request_history.at', '>', since.toISOString())
    .where('request_history.at', '<=', until.toISOString())
    .orderBy('request_history.id')
    .select('request_history.step', 'accreditation_requests.reference', 'accreditation_requests.state');
  return rows
    .filter(({ step, state }) => step === 'write' || !isWithdrawn(state))
    .map(({ step, reference }) => ({ step, reference }));
}
