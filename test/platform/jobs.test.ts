import assert from 'node:assert/strict';
import type { Clock } from '../../src/platform/clock.js';
import {
  enqueueJob,
  ensureRecurringJobs,
  type JobKind,
  LEASE_MS,
  runDueJobs,
} from '../../src/platform/jobs.js';
import { claimJob, findJob, noteProgress } from '../../src/platform/jobs-repository.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('jobs', (open) => {
  let portal: TestPortal;
  let now: Date;
  const realClock: Clock = { now: () => now };
  const laterBy = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  beforeEach(async () => {
    portal = await open();
    now = new Date('2026-03-01T12:00:00Z');
  });
  afterEach(() => portal.close());

  const enqueue = (name: string, payload: unknown = null, key = name) =>
    portal.db.transaction((trx) => enqueueJob(trx, name, payload, now, key));
  const run = (kinds: JobKind[], stopping = () => false) =>
    runDueJobs({ ...portal, realClock }, kinds, stopping);
  const rowOf = (key: string) => portal.db('jobs').where({ key }).first();

  it('run once with what was handed to them, and are done', async () => {
    const seen: unknown[] = [];
    await enqueue('count', { up: 3 });
    const count: JobKind = { name: 'count', run: async (_deps, { payload }) => void seen.push(payload) };
    assert.equal(await run([count]), 1);
    assert.equal(await run([count]), 0);
    assert.deepEqual(seen, [{ up: 3 }]);
    assert.equal((await findJob(portal.db, 'count'))?.state, 'done');
  });

  it('belong to the transaction that asked for them', async () => {
    const failing = portal.db.transaction(async (trx) => {
      await enqueueJob(trx, 'count', null, now, 'count');
      throw new Error('power cut');
    });
    await assert.rejects(failing);
    assert.equal(await findJob(portal.db, 'count'), undefined);
  });

  it('are taken by one of two runners that come at the same time', async () => {
    for (let number = 0; number < 10; number += 1) await enqueue('work', number, `work ${number}`);
    const seen: unknown[] = [];
    const work: JobKind = { name: 'work', run: async (_deps, { payload }) => void seen.push(payload) };
    const ran = await Promise.all([run([work]), run([work]), run([work])]);
    assert.equal(
      ran.reduce((sum, count) => sum + count, 0),
      10,
    );
    assert.deepEqual([...seen].sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('go on where they stood when their process died', async () => {
    await enqueue('pages');
    const job = await findJob(portal.db, 'pages');
    await claimJob(portal.db, job!.id, 'dead process', now, new Date(now.getTime() + LEASE_MS));
    const until = new Date(now.getTime() + LEASE_MS);
    await noteProgress(portal.db, job!.id, 'dead process', { done: 2, total: 5, cursor: { page: 2 }, until });

    const starts: unknown[] = [];
    const pages: JobKind = { name: 'pages', run: async (_deps, { cursor }) => void starts.push(cursor) };
    assert.equal(await run([pages]), 0, 'not while the lease runs');
    laterBy(LEASE_MS + 1);
    assert.equal(await run([pages]), 1);
    assert.deepEqual(starts, [{ page: 2 }]);
  });

  it('cannot note progress any more when another process has them', async () => {
    await enqueue('slow');
    const { id } = (await findJob(portal.db, 'slow'))!;
    const slow: JobKind = {
      name: 'slow',
      run: async (_deps, { progress }) => {
        await progress(1, 2, 'first half');
        laterBy(LEASE_MS + 1);
        await claimJob(portal.db, id, 'other process', now, new Date(now.getTime() + LEASE_MS));
        await progress(2, 2, 'second half');
      },
    };
    await run([slow]);
    const row = await rowOf('slow');
    assert.deepEqual([row.lease_owner, row.cursor, row.state], ['other process', '"first half"', 'running']);
  });

  it('are tried again later when they fail, with the reason kept', async () => {
    let broken = true;
    const fragile: JobKind = {
      name: 'fragile',
      run: async () => {
        if (broken) throw new Error('no disk');
      },
    };
    await enqueue('fragile');
    await run([fragile]);
    assert.match((await findJob(portal.db, 'fragile'))?.error ?? '', /no disk/);
    broken = false;
    assert.equal(await run([fragile]), 0, 'not at once');
    laterBy(2 * 60_000);
    assert.equal(await run([fragile]), 1);
    assert.equal((await findJob(portal.db, 'fragile'))?.error, undefined);
  });

  it('come again by themselves when they recur, after a failure too, and stand in the table once', async () => {
    let [runs, broken] = [0, false];
    const daily: JobKind = {
      name: 'daily',
      everyMinutes: 60,
      run: async () => {
        runs += 1;
        if (broken) throw new Error('no disk');
      },
    };
    await ensureRecurringJobs({ ...portal, realClock }, [daily]);
    await ensureRecurringJobs({ ...portal, realClock }, [daily]);
    for (broken of [false, true, false]) {
      assert.equal(await run([daily]), 1);
      assert.equal(await run([daily]), 0);
      laterBy(60 * 60_000);
    }
    assert.equal(runs, 3);
    assert.equal((await portal.db('jobs')).length, 1);
  });

  it('are not asked for twice under one key while the first one is open', async () => {
    await enqueue('export', 1, 'export of event 1');
    await enqueue('export', 2, 'export of event 1');
    const seen: unknown[] = [];
    const kind: JobKind = { name: 'export', run: async (_deps, { payload }) => void seen.push(payload) };
    await run([kind]);
    assert.deepEqual(seen, [1]);
  });

  it('can be asked for again under the same key once the first one is done', async () => {
    const seen: unknown[] = [];
    const kind: JobKind = { name: 'export', run: async (_deps, { payload }) => void seen.push(payload) };
    await enqueue('export', 1, 'export of event 1');
    await run([kind]);
    await enqueue('export', 2, 'export of event 1');
    await run([kind]);
    assert.deepEqual(seen, [1, 2]);
  });

  it('stop at the next step when the portal stops, and go on after the start', async () => {
    let stopping = false;
    const steps: number[] = [];
    const long: JobKind = {
      name: 'long',
      run: async (_deps, job) => {
        for (let step = Number(job.cursor ?? 0); step < 4; step += 1) {
          if (job.stopping()) return;
          steps.push(step);
          await job.progress(step + 1, 4, step + 1);
          if (step === 1 && steps.length === 2) stopping = true;
        }
      },
    };
    await enqueue('long');
    await run([long], () => stopping);
    stopping = false;
    laterBy(LEASE_MS + 1);
    await run([long]);
    assert.deepEqual(steps, [0, 1, 2, 3]);
    assert.equal((await findJob(portal.db, 'long'))?.state, 'done');
  });

  it('wait when this build does not know their kind', async () => {
    await enqueue('of a later version');
    assert.equal(await run([]), 0);
    laterBy(LEASE_MS + 1);
    const known: JobKind = { name: 'of a later version', run: async () => undefined };
    assert.equal(await run([known]), 1);
  });
});
