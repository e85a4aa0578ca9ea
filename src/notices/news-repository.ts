/** Every SQL statement about what came in for the team since a moment. */
import type { Db } from '../platform/database.js';
import type { News } from './news.js';
import { NEWS_STEPS } from './news.js';

/** After `since`, up to and with `until`, oldest first. */
export async function listNews(db: Db, since: Date, until: Date): Promise<News[]> {
  const rows: { step: News['step']; reference: string }[] = await db('request_history')
    .join('accreditation_requests', 'accreditation_requests.id', 'request_history.request_id')
    .whereIn('request_history.step', Object.keys(NEWS_STEPS))
    .where('request_history.at', '>', since.toISOString())
    .where('request_history.at', '<=', until.toISOString())
    .orderBy('request_history.id')
    .select('request_history.step', 'accreditation_requests.reference');
  return rows;
}
