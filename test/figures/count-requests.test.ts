import assert from 'node:assert/strict';
import { changeRequest } from '../../src/accreditation/index.js';
import { seedRequests } from '../../src/demo/seed-requests.js';
import { countRequests } from '../../src/figures/count-requests.js';
import { readFigures } from '../../src/figures/read-figures.js';
import { eraseRequest } from '../../src/privacy/erase-request.js';
import { anEvent, anUnconfirmedRequest, aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('the figures', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const read = () => readFigures(portal.db, { eventId: undefined }, undefined, portal.clock.now());
  const approval = { decision: 'approve', reason: '', text: '', limits: '', at: MORNING } as const;

  async function approve(request: Awaited<ReturnType<typeof aRequest>>) {
    const change = { state: 'approved', shownState: 'approved', decision: approval } as const;
    return changeRequest(portal.db, request, change, portal.clock.now());
  }

  it('are fresh before anything is counted, and the same after it, however often', async () => {
    const event = await anEvent(portal);
    await anUnconfirmedRequest(portal, { event });
    await aRequest(portal, { event, input: { outletType: 'tv' } });
    await approve(await aRequest(portal, { event }));
    const fresh = await read();
    assert.deepEqual(fresh.sums, { requested: 2, decided: 1, approved: 1, median: 0 });
    assert.deepEqual(fresh.days.at(-1), { day: '2024-10-10', requested: 2, decided: 1 });
    await countRequests(portal);
    await countRequests(portal);
    await countRequests(portal, { all: true });
    assert.deepEqual(await read(), fresh);
    const kept = await portal.db('daily_figures').where({ measure: 'requested', dimension: 'type' });
    assert.deepEqual(
      kept.map(({ amount }) => amount),
      [1, 1],
    );
  });

  it('follow what happens after a count, also what is taken back', async () => {
    const approved = await approve(await aRequest(portal));
    await countRequests(portal);
    const change = { state: 'in_review', shownState: 'in_review', decision: null } as const;
    await changeRequest(portal.db, approved, change, portal.clock.now());
    assert.deepEqual((await read()).sums, { requested: 1, decided: 0, approved: 0, median: undefined });
    await countRequests(portal);
    assert.deepEqual((await read()).sums, { requested: 1, decided: 0, approved: 0, median: undefined });
  });

  it('stay when a request is erased, counted before or not, and name nobody', async () => {
    const event = await anEvent(portal);
    const counted = await approve(await aRequest(portal, { event }));
    await countRequests(portal);
    const fresh = await aRequest(portal, { event });
    for (const { id } of [counted, fresh]) await eraseRequest(portal, id);
    await countRequests(portal, { all: true });
    assert.deepEqual((await read()).sums, { requested: 2, decided: 1, approved: 1, median: 0 });
    assert.deepEqual(await portal.db('request_shares'), []);
    assert.deepEqual(
      Object.keys(await portal.db('daily_figures').first())
        .sort()
        .join(' '),
      'amount day dimension event_id measure minutes value',
    );
  });

  it('also count what comes after something that bears a later date', async () => {
    const early = await aRequest(portal);
    await changeRequest(portal.db, early, { assignedTo: null }, new Date('2024-12-01T00:00:00Z'));
    await countRequests(portal);
    await aRequest(portal);
    assert.equal((await read()).sums.requested, 2);
    await countRequests(portal);
    assert.equal((await read()).sums.requested, 2);
  });

  it('show the last days on which something happened', async () => {
    await aRequest(portal);
    await countRequests(portal);
    const later = new Date('2025-02-01T08:00:00Z');
    const { days } = await readFigures(portal.db, { eventId: undefined }, undefined, later);
    assert.deepEqual(days.at(-1), { day: '2024-10-10', requested: 1, decided: 0 });
  });

  it('are told apart by event', async () => {
    await aRequest(portal);
    const other = await anEvent(portal);
    await aRequest(portal, { event: other });
    await countRequests(portal);
    const figures = await readFigures(portal.db, { eventId: other.id }, undefined, MORNING);
    assert.equal(figures.sums.requested, 1);
  });

  it('count more requests than one batch holds', async () => {
    await anEvent(portal);
    await seedRequests(portal, 700);
    assert.equal((await read()).sums.requested, 700);
    const [row] = await portal
      .db('daily_figures')
      .where({ measure: 'requested', dimension: 'area' })
      .sum('amount as sum');
    assert.equal(Number(row?.sum), 700);
  });
});
