import assert from 'node:assert/strict';
import type { AccreditationRequest } from '../../src/accreditation/index.js';
import { keepPresence, leavePresence } from '../../src/presence/keep-presence.js';
import { LEASE_MS, LEAVING_MS } from '../../src/presence/presence.js';
import { listPresence } from '../../src/presence/presence-repository.js';
import { eraseRequest } from '../../src/privacy/erase-request.js';
import type { Member } from '../../src/staff/index.js';
import { aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

onBothDatabases('having a request open', (open) => {
  let portal: TestPortal;
  let [mia, ben]: Member[] = [];
  let request: AccreditationRequest;
  /** Real time, which the test moves. */
  let now: Date;
  before(async () => {
    portal = await open();
    [mia, ben] = [await someMember(portal, 'reviewer'), await someMember(portal, 'reviewer')];
  });
  after(() => portal.close());
  beforeEach(async () => {
    now = new Date('2026-01-01T12:00:00Z');
    portal.moveClock(MORNING);
    request = await aRequest(portal);
  });

  const keep = (by: Member) =>
    keepPresence({ ...portal, realClock: { now: () => now } }, { requestId: request.id, by });
  const here = async () => (await listPresence(portal.db, [request.id], now)).map(({ staffId }) => staffId);
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  it('shows everybody who has it open, and since when', async () => {
    await keep(mia!);
    portal.moveClock(new Date(MORNING.getTime() + 60_000));
    await keep(ben!);
    const present = await listPresence(portal.db, [request.id], now);
    assert.deepEqual(
      present.map(({ name, since }) => [name, since]),
      [
        [mia!.name, MORNING],
        [ben!.name, new Date(MORNING.getTime() + 60_000)],
      ],
    );
  });

  it('goes on while the page gives signs of life, and ends some minutes after the last', async () => {
    await keep(mia!);
    later(LEASE_MS - 1000);
    await keep(mia!);
    later(LEASE_MS - 1000);
    assert.deepEqual(await here(), [mia!.id]);
    later(1000);
    assert.deepEqual(await here(), []);
    await keep(ben!);
    assert.equal((await portal.db('request_presence').where({ request_id: request.id })).length, 1);
  });

  it('ends soon after the page was left, unless another page of the same member is there', async () => {
    await keep(mia!);
    await keep(ben!);
    await leavePresence({ ...portal, realClock: { now: () => now } }, { requestId: request.id, by: mia! });
    await leavePresence({ ...portal, realClock: { now: () => now } }, { requestId: request.id, by: ben! });
    await keep(ben!);
    later(LEAVING_MS);
    assert.deepEqual(await here(), [ben!.id]);
  });

  it('ends with the request', async () => {
    await keep(mia!);
    await eraseRequest(portal, request.id);
    assert.deepEqual(await here(), []);
  });
});
