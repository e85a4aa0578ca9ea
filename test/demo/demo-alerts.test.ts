import assert from 'node:assert/strict';
import { loadDemoAlerts } from '../../src/demo/demo-alerts.js';
import { loadDemoReleases } from '../../src/demo/demo-releases.js';
import { sentBy } from '../alerts/subscribing.js';
import { anEvent } from '../support/factories.js';
import { openPortal } from '../support/portal.js';

describe('the press list of the demo', () => {
  it('is told of nothing that was public before, and of the opening when its embargo ends', async () => {
    const portal = await openPortal();
    try {
      const { id } = await anEvent(portal);
      await loadDemoReleases(portal, id);
      await loadDemoAlerts(portal, id);
      assert.deepEqual(await sentBy(portal), []);
      portal.moveClock(new Date('2024-10-24T09:14:59+02:00'));
      assert.deepEqual(await sentBy(portal), []);
      portal.moveClock(new Date('2024-10-24T09:15:00+02:00'));
      const told = await sentBy(portal);
      assert.equal(told.filter((letter) => letter.includes('Medieninformation: ')).length, 5);
      assert.equal(told.filter((letter) => letter.includes('Press release: ')).length, 2);
    } finally {
      await portal.close();
    }
  });
});
