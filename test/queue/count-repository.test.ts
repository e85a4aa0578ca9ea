import assert from 'node:assert/strict';
import { changeRequest, type State } from '../../src/accreditation/index.js';
import type { Event } from '../../src/events/index.js';
import { countMatching, countTabs } from '../../src/queue/count-repository.js';
import type { Filters } from '../../src/queue/filters.js';
import { anEvent, aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';

const ALL: Filters = { tab: 'all', sort: 'waiting' };
const ASKER = { memberId: 1, now: MORNING };

onBothDatabases('the counts of the queue', (open) => {
  let portal: TestPortal;
  let event: Event;
  beforeEach(async () => {
    portal = await open();
    event = await anEvent(portal);
    for (const state of ['in_review', 'received', 'approved_limited', 'revoked'] as State[])
      await changeRequest(portal.db, await aRequest(portal, { event }), { state }, MORNING);
    await aRequest(portal, { input: { lastName: 'Anderswo' } });
  });
  afterEach(() => portal.close());

  it('counts each tab, of one event where one is chosen', async () => {
    const counts = await countTabs(portal.db, { ...ALL, eventId: event.id }, ASKER);
    assert.deepEqual(
      [counts.open, counts.received, counts.in_review, counts.approved, counts.rejected, counts.all],
      [2, 1, 1, 1, 1, 4],
    );
    assert.equal((await countTabs(portal.db, ALL, ASKER)).received, 2);
  });

  it('counts under each tab what the other filters leave, also what a search finds', async () => {
    const counts = await countTabs(portal.db, { ...ALL, search: 'anderswo' }, ASKER);
    assert.deepEqual([counts.open, counts.received, counts.rejected, counts.all], [1, 1, 0, 1]);
    const waiting = await countTabs(
      portal.db,
      { ...ALL, late: true },
      { ...ASKER, now: new Date('2024-11-01') },
    );
    assert.deepEqual([waiting.open, waiting.approved, waiting.all], [3, 0, 3]);
  });

  it('counts one list', async () => {
    assert.equal(await countMatching(portal.db, { ...ALL, tab: 'open' }, ASKER), 3);
    assert.equal(await countMatching(portal.db, { ...ALL, tab: 'rejected', late: true }, ASKER), 0);
  });
});
