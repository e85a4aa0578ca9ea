import assert from 'node:assert/strict';
import { confirmSubscriber } from '../../src/alerts/confirm-subscriber.js';
import { findSubscriber } from '../../src/alerts/subscriber-repository.js';
import { Gone } from '../../src/platform/errors.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { anEntry } from './subscribing.js';

const after = (hours: number, seconds = 0) => new Date(MORNING.getTime() + hours * 3600_000 + seconds * 1000);

onBothDatabases('confirming an address', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('puts it on the list, once', async () => {
    const { id } = await anEntry(portal);
    portal.moveClock(after(1));
    await confirmSubscriber(portal, id);
    portal.moveClock(after(2));
    await confirmSubscriber(portal, id);
    assert.deepEqual((await findSubscriber(portal.db, id))?.confirmedAt, after(1));
  });

  it('works until 48 hours are over, and not any more then', async () => {
    const [soon, late] = [await anEntry(portal), await anEntry(portal)];
    portal.moveClock(after(48, -1));
    await confirmSubscriber(portal, soon.id);
    portal.moveClock(after(48));
    await assert.rejects(confirmSubscriber(portal, late.id), Gone);
    await assert.rejects(confirmSubscriber(portal, 4711), Gone);
  });
});
