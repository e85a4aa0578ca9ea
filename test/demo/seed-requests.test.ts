import assert from 'node:assert/strict';
import { seedRequests } from '../../src/demo/seed-requests.js';
import { countTabs } from '../../src/queue/index.js';
import { anEvent } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('volume for measurements', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await open();
    await anEvent(portal);
    await seedRequests(portal, 1000);
  });
  after(() => portal.close());
  const count = async (filters: object) =>
    countTabs(portal.db, { tab: 'all', sort: 'waiting', ...filters }, { memberId: 1, now: MORNING });

  it('stands in every tab of the list, answers and late requests included', async () => {
    const counts = await count({});
    assert.equal(counts.all, 1000);
    for (const tab of ['received', 'in_review', 'answered', 'info_requested', 'approved', 'changed'] as const)
      assert.ok(counts[tab] > 0, tab);
    assert.ok((await count({ late: true })).all > 0);
  });

  it('spreads over events and outlet types, and is found by names, notes and messages', async () => {
    const events = await portal.db('accreditation_requests').distinct('event_id');
    assert.equal(events.length, 5);
    for (const outletType of ['print', 'online', 'agency', 'radio', 'tv', 'photo', 'freelance', 'other'])
      assert.ok((await count({ outletType })).all > 50, outletType);
    for (const search of ['huber', 'telefon', 'ruckseite'])
      assert.ok((await count({ search })).all <= 400, search);
    assert.ok((await count({ search: 'telefon' })).all > 0);
    assert.ok((await count({ search: 'rueckseite' })).all > 0);
  });
});
