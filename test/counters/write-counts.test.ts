import assert from 'node:assert/strict';
import { count } from '../../src/counters/index.js';
import { listDayCounts, listMostCounted } from '../../src/counters/page-count-repository.js';
import { writeCounts } from '../../src/counters/write-counts.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('counts', (open) => {
  let portal: TestPortal;
  const counted = (day: string, path: string, times = 1) => {
    for (let time = 0; time < times; time += 1) count(portal.config, day, path);
  };
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('are added to what is there, also by two processes at once', async () => {
    counted('2024-10-10', '/media/podium/print', 3);
    await writeCounts(portal);
    const other = { db: portal.db, config: { ...portal.config } };
    counted('2024-10-10', '/media/podium/print', 2);
    count(other.config, '2024-10-10', '/media/podium/print');
    count(other.config, '2024-10-10', '/de/media/podium');
    await Promise.all([writeCounts(portal), writeCounts(other)]);
    assert.deepEqual(await listDayCounts(portal.db, '2024-10-10'), [
      { day: '2024-10-10', kind: 'download', number: 6 },
      { day: '2024-10-10', kind: 'view', number: 1 },
    ]);
  });

  it('cost nothing while nothing was counted, and nothing twice', async () => {
    counted('2024-10-10', '/de');
    await writeCounts(portal);
    await writeCounts(portal);
    assert.deepEqual(await listDayCounts(portal.db, ''), [{ day: '2024-10-10', kind: 'view', number: 1 }]);
  });

  it('are kept when they could not be written', async () => {
    counted('2024-10-10', '/de', 2);
    const { db, config } = portal;
    const broken = { config, db: { transaction: () => Promise.reject(new Error('away')) } as never };
    await assert.rejects(writeCounts(broken));
    counted('2024-10-10', '/de');
    await writeCounts({ db, config });
    assert.deepEqual(await listDayCounts(db, ''), [{ day: '2024-10-10', kind: 'view', number: 3 }]);
  });

  it('tell what was asked for most, and only since a day', async () => {
    counted('2024-10-09', '/media/alt/web', 9);
    counted('2024-10-10', '/media/b/web', 2);
    counted('2024-10-11', '/media/b/web', 2);
    counted('2024-10-10', '/media/a/web', 3);
    await writeCounts(portal);
    assert.deepEqual(await listMostCounted(portal.db, 'download', '2024-10-10', 5), [
      { path: '/media/b/web', number: 4 },
      { path: '/media/a/web', number: 3 },
    ]);
  });

  it('hold nothing but day, kind, address and number', async () => {
    counted('2024-10-10', '/de/accreditation/geheim');
    counted('2024-10-10', '/de');
    await writeCounts(portal);
    const rows = await portal.db('counts');
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ day: '2024-10-10', kind: 'view', path: '/de', number: 1 }],
    );
  });
});
