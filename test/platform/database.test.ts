import assert from 'node:assert/strict';
import { isMigrated, together } from '../../src/platform/database.js';
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

  it('writes several rows of a transaction together', async () => {
    await portal.db.transaction((trx) =>
      together(
        trx,
        ['a', 'b', 'c'].map((key) => () => trx('portal_facts').insert({ key, value: key })),
      ),
    );
    assert.equal((await portal.db('portal_facts')).length, 3);
  });

  it('leaves none of them when one fails, also none that was still on its way', async () => {
    const failing = portal.db.transaction((trx) =>
      together(trx, [
        () => trx('no_such_table').insert({ key: 'a' }),
        ...['b', 'c', 'd'].map((key) => () => trx('portal_facts').insert({ key, value: key })),
      ]),
    );
    await assert.rejects(failing, /no_such_table/);
    assert.deepEqual(await portal.db('portal_facts'), []);
  });
});
