/** The first page of the desk, for every role. */
import { Router } from 'express';
import { getEvent, listUpcomingEvents } from '../events/index.js';
import { countUndelivered } from '../outbox/index.js';
import type { Deps } from '../platform/deps.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { COUNT_LIMIT, countDue, countQueue, countTabs, listQueue } from '../queue/index.js';
import { currentMember, may } from '../staff/index.js';
import { overviewPage } from './overview-page.js';

export function overviewRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const member = currentMember(req);
    const now = deps.clock.now();
    const [next] = await listUpcomingEvents(deps.db, now);
    const page = overviewPage({
      t: translateFor(res),
      lang: langOf(res),
      now,
      member,
      next,
      requests: may(member.role, 'requests', 'read') ? await readRequests(deps, member.id) : undefined,
      undelivered: may(member.role, 'outbox', 'read')
        ? await countUndelivered(deps.db, member.role)
        : undefined,
    });
    await renderDesk(res, 'overview/overview', page);
  });
  return router;
}

async function readRequests({ db, clock }: Deps, memberId: number) {
  const open = { tab: 'open', sort: 'waiting' } as const;
  const [item] = await listQueue(db, open, memberId, { limit: 1 });
  return {
    counts: await countTabs(db, undefined),
    countLimit: COUNT_LIMIT,
    oldest: item && { item, event: await getEvent(db, item.eventId) },
    due: await countDue(db, clock.now()),
    unassigned: await countQueue(db, { tab: 'received', sort: 'waiting', assigned: 'nobody' }, memberId),
  };
}
