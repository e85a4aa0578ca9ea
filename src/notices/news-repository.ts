/** Every SQL statement about what came in for the team since a moment. */
import { isWithdrawn, type State } from '../accreditation/index.js';
import type { Db } from '../platform/database.js';
import type { News } from './news.js';
import { NEWS_STEPS } from './news.js';

/** What is told of a request although it was withdrawn. */
const OF_THE_WITHDRAWN: readonly News['step'][] = ['write', 'withdraw'];

/** After `since`, up to and with `until`, oldest first. Of what was withdrawn since then only that is news. */
export async function listNews(db: Db, since: Date, until: Date): Promise<News[]> {
  const rows: (News & { state: State })[] = await db('request_history')
    .join('accreditation_requests', 'accreditation_requests.id', 'request_history.request_id')
    .whereIn('request_history.step', Object.keys(NEWS_STEPS))
    .where('request_history.at', '>', since.toISOString())
    .where('request_history.at', '<=', until.toISOString())
    .whereNotNull('accreditation_requests.confirmed_at')
    .orderBy('request_history.id')
    .select('request_history.step', 'accreditation_requests.reference', 'accreditation_requests.state');
  return rows
    .filter(({ step, state }) => OF_THE_WITHDRAWN.includes(step) || !isWithdrawn(state))
    .map(({ step, reference }) => ({ step, reference }));
}
