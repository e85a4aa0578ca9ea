/** The first page of the desk, for every role. */
import { Router } from 'express';
import { type Event, listEvents } from '../events/index.js';
import { readFigures } from '../figures/index.js';
import type { Deps } from '../platform/deps.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { listWaitingProposals, type WaitingProposal } from '../proposals/index.js';
import { COUNT_LIMIT, countTabs } from '../queue/index.js';
import { countToApprove } from '../releasedesk/index.js';
import { currentMember, type Member, may, type Role } from '../staff/index.js';
import { overviewPage } from './overview-page.js';
import { countTasks, findOldest } from './overview-repository.js';
import { type OverviewScope, readScope } from './scope.js';
import { promisedBy } from './task.js';

export function overviewRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const { role } = currentMember(req);
    const now = deps.clock.now();
    const events = await listEvents(deps.db, ['published', 'draft', 'archived']);
    const scope = withKnownEvent(readScope(req.query), events);
    const page = overviewPage({
      t: translateFor(res),
      lang: langOf(res),
      now,
      member: currentMember(req),
      scope,
      events,
      event: events.find(({ id }) => id === scope.eventId) ?? nextOf(events, now),
      requests: may(role, 'requests', 'read') ? await readRequests(deps, scope, events) : undefined,
      proposals: needsSecond(events, role) ? await readProposals(deps, currentMember(req)) : undefined,
      toApprove: may(role, 'newsroom', 'write')
        ? await countToApprove(deps.db, currentMember(req).id)
        : undefined,
      // Counted for the navigation already.
      undelivered: may(role, 'outbox', 'read') ? Number(res.locals.undelivered) : undefined,
    });
    await renderDesk(res, 'overview/overview', page);
  });
  return router;
}

async function readRequests({ db, clock }: Deps, scope: OverviewScope, events: Event[]) {
  const now = clock.now();
  const { eventId, part } = scope;
  const all = { tab: 'all', sort: 'waiting', ...(eventId ? { eventId } : {}) } as const;
  const request = await findOldest(db, scope);
  const chosen = events.filter(({ id }) => eventId === undefined || id === eventId);
  const event = request && events.find(({ id }) => id === request.eventId);
  return {
    counts: await countTabs(db, all, { memberId: 0, now }),
    countLimit: COUNT_LIMIT,
    tasks: await countTasks(db, { eventId, now, limit: COUNT_LIMIT, ...promisedBy(chosen, now) }),
    oldest: request && event && { request, event },
    figures: await readFigures(db, { eventId }, part, now),
  };
}

/** Only who may confirm is asked to, and only where an event asks for a second person. */
const needsSecond = (events: readonly Event[], role: Role): boolean =>
  may(role, 'requests', 'write') && events.some(({ fourEyes }) => fourEyes);

/** One's own wait for somebody else. */
async function readProposals({ db }: Deps, { id }: Member): Promise<WaitingProposal[]> {
  return (await listWaitingProposals(db)).filter(({ proposedBy }) => proposedBy !== id);
}

/** An address that was kept while its event was deleted shows everything. */
function withKnownEvent(scope: OverviewScope, events: Event[]): OverviewScope {
  return events.some(({ id }) => id === scope.eventId) ? scope : { ...scope, eventId: undefined };
}

/** The soonest that is not over. */
function nextOf(events: readonly Event[], now: Date): Event | undefined {
  return events
    .filter(({ state, endsAt }) => state === 'published' && endsAt >= now)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())[0];
}
