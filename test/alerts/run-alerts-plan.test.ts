import assert from 'node:assert/strict';
import { unsubscribe } from '../../src/alerts/forget-subscriber.js';
import { readFigures } from '../../src/alerts/list-figures-repository.js';
import { listAlertsDue, runAlertsPlan } from '../../src/alerts/run-alerts-plan.js';
import { findSubscriber } from '../../src/alerts/subscriber-repository.js';
import { addDays } from '../../src/platform/dates.js';
import { addRelease } from '../newsroom/example-release.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { anEntry, aSubscriber, sentBy } from './subscribing.js';

const NOTHING = { addresses: 0, letters: 0, deliveries: 0 };

onBothDatabases('the retention plan of the press list', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const hours = (count: number) => new Date(MORNING.getTime() + count * 3600_000);

  it('deletes what nobody confirmed within 48 hours, with its letter, and counts nobody as having left', async () => {
    const { id } = await anEntry(portal);
    portal.moveClock(new Date(hours(48).getTime() - 1000));
    assert.deepEqual(await runAlertsPlan(portal), NOTHING);
    portal.moveClock(hours(48));
    assert.deepEqual(await listAlertsDue(portal), { ...NOTHING, addresses: 1 });
    assert.deepEqual(await runAlertsPlan(portal), { ...NOTHING, addresses: 1 });
    assert.equal(await findSubscriber(portal.db, id), undefined);
    assert.deepEqual(await portal.db('outgoing_mails'), []);
    assert.equal((await readFigures(portal.db, MORNING)).left, 0);
  });

  it('keeps a confirmed address until it leaves', async () => {
    const { id } = await aSubscriber(portal);
    await portal.sendMails();
    portal.moveClock(addDays(MORNING, 3000));
    await runAlertsPlan(portal);
    assert.ok(await findSubscriber(portal.db, id));
  });

  it('keeps nothing of whoever leaves but a number', async () => {
    const { id, email } = await aSubscriber(portal);
    await addRelease(portal.db, { publishAt: MORNING });
    await sentBy(portal);
    await unsubscribe(portal, id);
    await unsubscribe(portal, id);
    for (const table of [
      'alert_subscribers',
      'alert_wishes',
      'alert_deliveries',
      'outgoing_mails',
      'audit_entries',
    ])
      assert.ok(!JSON.stringify(await portal.db(table)).includes(email), table);
    assert.deepEqual(await portal.db('alert_deliveries'), []);
    assert.deepEqual(await portal.db('alert_departures'), [{ day: '2024-10-10', people: 1 }]);
    assert.deepEqual(await readFigures(portal.db, MORNING), {
      ...{ confirmed: 0, paused: 0, unconfirmed: 0, joined: 0 },
      left: 1,
    });
  });

  it('deletes an address 90 days after it was paused', async () => {
    const { id } = await aSubscriber(portal);
    await portal.sendMails();
    await portal.db('alert_subscribers').where({ id }).update({ paused_at: MORNING.toISOString() });
    portal.moveClock(addDays(MORNING, 89));
    assert.equal((await runAlertsPlan(portal)).addresses, 0);
    portal.moveClock(addDays(MORNING, 90));
    assert.equal((await runAlertsPlan(portal)).addresses, 1);
  });

  it('deletes finished letters after two weeks, and who was told of what after a year', async () => {
    await aSubscriber(portal);
    await addRelease(portal.db, { publishAt: MORNING });
    await sentBy(portal);
    await addRelease(portal.db, { publishAt: MORNING });
    portal.moveClock(addDays(MORNING, 14));
    assert.deepEqual(await runAlertsPlan(portal), { ...NOTHING, letters: 2 });
    assert.equal((await portal.db('alert_deliveries')).length, 1);
    portal.moveClock(addDays(MORNING, 365));
    assert.deepEqual(await runAlertsPlan(portal), { ...NOTHING, deliveries: 1 });
    assert.deepEqual(await runAlertsPlan(portal), NOTHING);
  });
});
