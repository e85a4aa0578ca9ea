import assert from 'node:assert/strict';
import { partOf, readPart, readTogether } from '../../src/platform/together.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

interface NameRow {
  id: number;
  name: string;
  shortcuts: boolean | number;
  last_sign_in_at: string | null;
}

onBothDatabases('several lists in one statement', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await open();
    for (const name of ['Berta Beispiel', 'Anton Muster', 'Cäsar Probe'])
      await someMember(portal, 'reviewer', { name });
    await portal.db('staff').where({ name: 'Anton Muster' }).update({ shortcuts: false });
  });
  after(() => portal.close());

  const people = (order: 'id' | 'name', without = '') =>
    partOf<NameRow, [string, boolean, string | null][]>({
      rows: portal.db('staff').whereNot({ name: without }),
      columns: { id: 'number', name: 'text', shortcuts: 'flag', last_sign_in_at: 'text' },
      order: [order],
      read: (rows) => rows.map((row) => [row.name, Boolean(row.shortcuts), row.last_sign_in_at]),
    });
  const numbers = () =>
    partOf<{ id: number }, number[]>({
      rows: portal.db('staff'),
      columns: { id: 'number' },
      order: ['id'],
      read: (rows) => rows.map(({ id }) => id),
    });

  it('come back apart, each in its order and with its own kinds of values', async () => {
    let asked = 0;
    const count = () => {
      asked += 1;
    };
    portal.db.on('query', count);
    const found = await readTogether(portal.db, {
      byNumber: people('id'),
      byName: people('name', 'Cäsar Probe'),
      numbers: numbers(),
    });
    portal.db.off('query', count);
    assert.equal(asked, 1);
    assert.deepEqual(found.byNumber, [
      ['Berta Beispiel', true, null],
      ['Anton Muster', false, null],
      ['Cäsar Probe', true, null],
    ]);
    assert.deepEqual(found.byName, [
      ['Anton Muster', false, null],
      ['Berta Beispiel', true, null],
    ]);
    assert.deepEqual(found.numbers, [1, 2, 3]);
  });

  it('say the same as each list in a statement of its own', async () => {
    const { alone } = await readTogether(portal.db, { alone: people('name') });
    assert.deepEqual(alone, await readPart(people('name')));
  });

  it('are empty where there is nothing', async () => {
    const none = { ...numbers(), rows: portal.db('staff').where({ id: 0 }) };
    assert.deepEqual(await readTogether(portal.db, { none, all: numbers() }), { none: [], all: [1, 2, 3] });
  });
});
