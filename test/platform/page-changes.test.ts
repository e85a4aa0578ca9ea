import assert from 'node:assert/strict';
import { openPostgres } from '../../src/platform/database.js';
import { watchPageChanges } from '../../src/platform/page-changes.js';
import { addRelease } from '../newsroom/example-release.js';
import { openPortal, type TestPortal } from '../support/portal.js';

describe('changes of pages in another process', () => {
  let portal: TestPortal;
  afterEach(() => portal.close());

  it('are heard on PostgreSQL once they are committed, and not while they are not', async () => {
    portal = await openPortal('postgres');
    const { user, host, port, database } = portal.db.client.config.connection;
    const databaseUrl = `postgres://${user}@${host}:${port}/${database}`;
    let heard = 0;
    const changed = () => {
      heard += 1;
    };
    const watch = await watchPageChanges({ ...portal, config: { ...portal.config, databaseUrl } }, changed);
    assert.equal(heard, 1, 'after connecting nothing is taken for granted');
    const other = openPostgres(databaseUrl);
    await other.transaction(async (trx) => {
      await addRelease(trx, {});
      await portal.db.raw('select 1');
      assert.equal(heard, 1);
    });
    for (let tries = 0; heard < 2 && tries < 100; tries += 1) await new Promise((go) => setTimeout(go, 20));
    assert.equal(heard, 2);
    await other.destroy();
    await watch.stop();
  });

  it('need no watch on SQLite', async () => {
    portal = await openPortal('sqlite');
    const watch = await watchPageChanges(portal, () => assert.fail('nothing to hear'));
    await addRelease(portal.db, {});
    await watch.stop();
  });
});
