import assert from 'node:assert/strict';
import { type AccreditationRequest, changeRequest, type State } from '../../src/accreditation/index.js';
import { type Filters, readFilters } from '../../src/queue/filters.js';
import { findSurroundings } from '../../src/queue/neighbours-repository.js';
import { findPlace, listQueue } from '../../src/queue/queue-repository.js';
import { anEvent, aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';

const ASKER = { memberId: 1, now: MORNING };

onBothDatabases('what stands around a request', (open) => {
  let portal: TestPortal;
  const requests: AccreditationRequest[] = [];
  before(async () => {
    portal = await open();
    const event = await anEvent(portal);
    const states: State[] = ['in_review', 'received', 'approved', 'in_review', 'waitlisted', 'received'];
    for (const [minute, state] of states.entries()) {
      // Two at the same moment: the number decides.
      portal.moveClock(new Date(MORNING.getTime() + Math.floor(minute / 2) * 60_000));
      const request = await aRequest(portal, {
        event,
        input: { lastName: minute % 2 ? 'Muster' : 'Beispiel' },
      });
      requests.push(await changeRequest(portal.db, request, { state }, MORNING));
    }
    // It has answered, and stands before all others where the longest wait counts.
    const { id } = requests[3]!;
    await portal.db('accreditation_requests').where({ id }).update({ answered: true });
  });
  after(() => portal.close());

  const read = (address: string): Filters => readFilters(Object.fromEntries(new URLSearchParams(address)));

  for (const address of [
    '',
    'sort=newest',
    'tab=all',
    'tab=in_review',
    'tab=all&q=muster',
    'tab=rejected&late=yes',
  ])
    it(`agrees with the list, from its first to its last: ${address || 'all open'}`, async () => {
      const filters = read(address);
      const list = await listQueue(portal.db, filters, ASKER, { limit: 100 });
      for (const [at, { reference }] of list.entries()) {
        const place = await findPlace(portal.db, reference);
        assert.deepEqual(await findSurroundings(portal.db, filters, ASKER, place!), {
          previous: list[at - 1]?.reference,
          next: list[at + 1]?.reference,
          before: at,
          found: list.length,
          stands: true,
        });
      }
    });

  it('knows that a request stands in another list', async () => {
    const place = await findPlace(portal.db, requests[2]!.reference);
    const { stands, found } = await findSurroundings(portal.db, read('tab=received'), ASKER, place!);
    assert.deepEqual({ stands, found }, { stands: false, found: 2 });
  });
});
