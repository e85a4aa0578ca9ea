import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isMigrated, openSqlite, together } from '../../src/platform/database.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const COUNTING = fileURLToPath(new URL('../support/counting.js', import.meta.url));

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

  it('leaves none of them when one fails, and waits for those still on their way', async () => {
    const underWay = new Set<string>();
    const slowly = (key: string) => async () => {
      underWay.add(key);
      await setTimeout(20);
      underWay.delete(key);
    };
    const failing = portal.db.transaction((trx) =>
      together(trx, [
        () => trx('portal_facts').insert({ key: 'a', value: 'a' }),
        () => trx('no_such_table').insert({ key: 'b' }),
        slowly('c'),
      ]),
    );
    await assert.rejects(failing, /no_such_table/);
    assert.deepEqual([...underWay], []);
    assert.deepEqual(await portal.db('portal_facts'), []);
  });
});

describe('two processes on one SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-two-processes-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('wait for each other and lose nothing, also where they read before they write', async () => {
    const file = join(folder, 'portal.sqlite');
    const db = openSqlite(file);
    await db.schema.createTable('counter', (table) => table.integer('value').notNullable());
    await db('counter').insert({ value: 0 });

    const count = () => promisify(execFile)(process.execPath, [COUNTING, file, '200']);
    await Promise.all([count(), count()]);
    assert.deepEqual(await db('counter'), [{ value: 400 }]);
    await db.destroy();
  });
});
