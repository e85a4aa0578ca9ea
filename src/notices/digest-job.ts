/** Once a day, for members who chose it: what came in since the last digest, as counts and references. */
import type { Deps } from '../platform/deps.js';
import type { JobKind } from '../platform/jobs.js';
import { queueMail } from '../platform/outbox.js';
import { readFact, writeFact } from '../platform/portal-facts.js';
import { listReviewers } from '../queue/index.js';
import { listNews } from './news-repository.js';
import { digestLetter } from './notice-letters.js';
import { isDigestDue } from './notices.js';

const LAST = 'review-digest';
const DAY_MS = 24 * 3600_000;
/** What is dated before this moment has been saved by then: an act takes its time first and commits a little later. */
const SAVING_MS = 60_000;

export const digestJob: JobKind = {
  name: 'team-digest',
  everyMinutes: 15,
  run: (deps) => sendDigest(deps),
};

async function sendDigest({ db, clock, config }: Deps): Promise<void> {
  const now = clock.now();
  const noted = await readFact(db, LAST);
  const last = noted ? new Date(noted) : undefined;
  if (!isDigestDue(last, now)) return;
  const until = new Date(now.getTime() - SAVING_MS);
  const news = await listNews(db, last ?? new Date(now.getTime() - DAY_MS), until);
  const members = (await listReviewers(db)).filter(({ notices }) => notices === 'daily');
  await db.transaction(async (trx) => {
    if (news.length > 0) {
      for (const member of members)
        await queueMail(trx, await digestLetter(trx, { news, member, baseUrl: config.baseUrl }), now);
    }
    await writeFact(trx, LAST, until.toISOString());
  });
}
