import assert from 'node:assert/strict';
import { tidyBulkJob } from '../../src/bulk/index.js';
import { runDueJobs } from '../../src/platform/jobs.js';
import { ensureRecurringJob } from '../../src/platform/jobs-repository.js';
import { eraseRequest } from '../../src/privacy/index.js';
import { aRequest } from '../support/factories.js';
import { MORNING, openPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { planned, ran } from './choosing.js';

describe('tidying bulk runs', () => {
  it('removes previews nobody ran, and runs whose requests are all erased', async () => {
    const portal = await openPortal();
    const by = await someMember(portal, 'reviewer');
    const [kept, erased] = [await aRequest(portal), await aRequest(portal)];
    const wording = { reason: 'capacity', due: undefined, texts: {} };
    await planned(portal, by, 'waitlist', [kept], wording);
    const stays = await ran(portal, by, await planned(portal, by, 'waitlist', [kept], wording));
    await ran(portal, by, await planned(portal, by, 'waitlist', [erased], wording));
    await eraseRequest(portal, erased.id);
    const tidy = async () => {
      await ensureRecurringJob(portal.db, tidyBulkJob.name, new Date(0));
      await portal
        .db('jobs')
        .where({ name: tidyBulkJob.name })
        .update({ run_after: new Date(0).toISOString() });
      await runDueJobs(portal, [tidyBulkJob]);
      return (await portal.db('bulk_runs').orderBy('id')).map(({ id }) => id);
    };
    assert.equal((await tidy()).length, 3);
    portal.moveClock(new Date(MORNING.getTime() + 25 * 3600_000));
    assert.deepEqual(await tidy(), [stays.id]);
    await portal.close();
  });
});
