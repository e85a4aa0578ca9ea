import assert from 'node:assert/strict';
import { jobKinds } from '../../src/composition.js';
import { ensureRecurringJobs, runDueJobs } from '../../src/platform/jobs.js';
import { retentionJob } from '../../src/privacy/retention-job.js';
import { anEvent, aPdf, aRequest } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const REQUEST_ON = new Date('2025-01-24T16:00:00Z');

onBothDatabases('the hourly run of the deletion plan', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
    const upload = { originalName: 'a.pdf', kind: 'application/pdf', content: aPdf() } as const;
    await aRequest(portal, { event: await anEvent(portal), upload });
    portal.moveClock(REQUEST_ON);
    await ensureRecurringJobs(portal, [retentionJob]);
  });
  afterEach(() => portal.close());

  const theJob = () => portal.db('jobs').where({ name: 'retention' }).first();

  it('belongs to the work of the portal, deletes what is due and comes again an hour later', async () => {
    const started = portal.realClock.now().getTime();
    await runDueJobs(portal, jobKinds);
    const ended = portal.realClock.now().getTime();
    assert.deepEqual(await portal.db('accreditation_requests'), []);
    const { state, run_after, error } = await theJob();
    assert.deepEqual([state, error], ['waiting', null]);
    const again = Date.parse(run_after) - 60 * 60_000;
    assert.ok(started <= again && again <= ended, run_after);
  });

  it('is noted as failed when something could not be deleted', async () => {
    const remove = () => Promise.reject(new Error('disk'));
    await runDueJobs({ ...portal, files: { ...portal.files, remove } }, [retentionJob]);
    assert.match((await theJob()).error, /1 requests could not be deleted/);
  });
});
