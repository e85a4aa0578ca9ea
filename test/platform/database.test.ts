import assert from 'node:assert/strict';
import { isMigrated } from '../../src/platform/database.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('the database', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('has run every migration of this build', async () => {
    assert.equal(await isMigrated(portal.db), true);
  });

  it('undoes everything when a transaction fails', async () => {
    const failing = portal.db.transaction(async (trx) => {
      await trx('portal_facts').insert({ key: 'a', value: 'b' });
      throw new Error('power cut');
    });
    await assert.rejects(failing, /power cut/);
    assert.deepEqual(await portal.db('portal_facts'), []);
  });
});
