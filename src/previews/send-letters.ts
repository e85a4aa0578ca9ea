/** Writes the link to a release under embargo to all accredited press of its event, once to each. */
import { lockRequests } from '../accreditation/index.js';
import { getEvent } from '../events/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { type Letter, queueMails } from '../platform/outbox.js';
import { mayPreview } from './access.js';
import { listAccess } from './access-repository.js';
import { previewLetter } from './mails.js';
import { type LetterPlan, planLetters } from './plan-letters.js';
import { noteTold } from './told-repository.js';

/** A transaction of this size holds nobody up. */
const AT_ONCE = 100;

/** Returns how many letters were written. After a crash in the middle the same call writes to whoever is left. */
export async function sendPreviewLetters(deps: Deps, actor: string, releaseId: number): Promise<number> {
  const { db, clock } = deps;
  const plan = await planLetters(db, releaseId, clock.now());
  let written = 0;
  for (let from = 0; from < plan.due.length; from += AT_ONCE) {
    const ids = plan.due.slice(from, from + AT_ONCE).map(({ request }) => request.id);
    written += await writeTo(deps, ids, plan);
  }
  if (written > 0)
    await db.transaction((trx) =>
      appendAudit(trx, {
        at: clock.now(),
        actor,
        action: 'preview.sent',
        subject: `release:${releaseId}`,
        details: { letters: written },
      }),
    );
  return written;
}

/** Whoever was revoked, erased, blocked or written to since the plan was made gets nothing. */
function writeTo({ db, clock }: Deps, ids: readonly number[], { versions }: LetterPlan): Promise<number> {
  const at = clock.now();
  const { pair, embargoUntil, eventId } = versions[0]!;
  return db.transaction(async (trx) => {
    const requests = await lockRequests(trx, ids);
    const access = await listAccess(
      trx,
      requests.map(({ id }) => id),
    );
    const open = requests.filter((request) => mayPreview(request, access.get(request.id)!));
    if (open.length === 0) return 0;
    const told = { pair, embargoUntil: embargoUntil! };
    const noted = await noteTold(
      trx,
      open.map(({ id }) => id),
      told,
      at,
    );
    const event = await getEvent(trx, eventId!);
    const letters: Letter[] = [];
    for (const request of open.filter(({ id }) => noted.includes(id))) {
      const { version } = access.get(request.id)!;
      letters.push(await previewLetter(trx, event, versions, { request, version }));
    }
    if (letters.length > 0) await queueMails(trx, letters, at);
    return letters.length;
  });
}
