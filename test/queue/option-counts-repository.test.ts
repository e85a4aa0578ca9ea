import assert from 'node:assert/strict';
import { changeRequest, type RequestChange } from '../../src/accreditation/index.js';
import { type Filters, readFilters } from '../../src/queue/filters.js';
import { countAround } from '../../src/queue/option-counts-repository.js';
import { offeredFor } from '../../src/queue/options.js';
import { listQueue } from '../../src/queue/queue-repository.js';
import { anEvent, aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const DAY = 86_400_000;
const NOW = new Date(MORNING.getTime() + 10 * DAY);

onBothDatabases('what is counted around the queue', (open) => {
  let portal: TestPortal;
  let on: Parameters<typeof offeredFor>[1];
  let memberId: number;
  before(async () => {
    portal = await open();
    const members = [await someMember(portal, 'reviewer'), await someMember(portal, 'administrator')];
    const events = [await anEvent(portal, { answerBy: MORNING }), await anEvent(portal)];
    memberId = members[0]!.id;
    const changes: RequestChange[] = [
      {},
      { state: 'in_review', assignedTo: members[0]!.id },
      { state: 'info_requested', assignedTo: members[1]!.id },
      { state: 'approved', needsReapproval: true },
      { state: 'approved_limited', assignedTo: members[0]!.id },
      { state: 'rejected' },
    ];
    for (const [at, change] of [...changes, ...changes].entries()) {
      portal.moveClock(new Date(MORNING.getTime() + at * DAY));
      const input = {
        lastName: at % 2 ? 'Musterfeld' : 'Beispiel',
        outletType: at % 3 ? ('photo' as const) : ('radio' as const),
        workArea: at % 4 ? ('sound' as const) : ('text' as const),
      };
      const request = await aRequest(portal, { event: events[at % 5 ? 0 : 1]!, input });
      await changeRequest(portal.db, request, change, NOW);
      if (at === 1)
        await portal.db('accreditation_requests').where({ id: request.id }).update({ answered: true });
    }
    const saved = ['tab=all&q=musterfeld', 'type=radio&late=yes', 'tab=rejected&answer=yes'];
    on = { events, reviewers: members, saved: saved.map((query, at) => ({ id: at + 1, query })) };
  });
  after(() => portal.close());

  const read = (address: string): Filters => readFilters(Object.fromEntries(new URLSearchParams(address)));
  const asker = () => ({ memberId, now: NOW });
  const lengthOf = async (filters: Filters) =>
    (await listQueue(portal.db, filters, asker(), { limit: 100 })).length;

  const ADDRESSES = [
    '',
    'tab=all',
    'tab=rejected',
    'tab=approved&answer=yes',
    'assigned=me',
    'type=radio&area=sound&waiting=3&late=yes',
    'tab=all&q=musterfeld',
    'tab=all&q=musterfeld&type=photo&assigned=nobody',
    'tab=all&q=niemand',
  ];
  for (const [way, short] of [
    ['short', 10_000],
    ['long', 0],
  ] as const)
    for (const address of ADDRESSES)
      it(`is what each of them shows, in a ${way} list: ${address || 'all open'}`, async () => {
        const filters = read(address);
        const offer = offeredFor(filters, on);
        const { tabs, offered } = await countAround(portal.db, filters, asker(), offer, short);
        for (const [name, values] of Object.entries(offer.values))
          for (const value of values) {
            const own = Object.fromEntries(new URLSearchParams(address));
            const shown = await lengthOf(readFilters({ ...own, [name]: String(value) }));
            assert.equal(offered.get(`${name}=${value}`) ?? 0, shown, `${name}=${value}`);
          }
        for (const [name, list] of Object.entries({ ...offer.lists, ...offer.views }))
          assert.equal(offered.get(name), await lengthOf(list), name);
        for (const [tab, count] of Object.entries(tabs))
          assert.equal(count, await lengthOf({ ...filters, tab: tab as Filters['tab'] }), tab);
      });

  it('finds something to count at all', async () => {
    const filters = read('tab=all');
    const { offered } = await countAround(portal.db, filters, asker(), offeredFor(filters, on));
    const some = [
      'type=radio',
      'area=text',
      `assigned=${memberId}`,
      'assigned=nobody',
      'waiting=3',
      'answer=yes',
    ];
    assert.deepEqual(
      [...some, 'late=yes', 'view=1', 'view=2', 'view=3'].map((name) => offered.get(name)),
      [4, 3, 4, 6, 5, 1, 7, 6, 3, 0],
    );
  });
});
