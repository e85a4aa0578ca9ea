import assert from 'node:assert/strict';
import { EMPTY_OPERATOR, readOperator, saveOperator } from '../../src/operator/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const named = (de: string) => ({ ...EMPTY_OPERATOR, name: { de, en: de } });

onBothDatabases('the stored settings', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('are empty before anybody saved', async () => {
    assert.deepEqual(await readOperator(portal.db), {
      operator: EMPTY_OPERATOR,
      version: 0,
      updatedAt: undefined,
    });
  });

  it('rise by one version with each save', async () => {
    const at = portal.clock.now();
    await saveOperator(portal.db, named('Erste'), 0, at);
    await saveOperator(portal.db, named('Zweite'), 1, at);
    const { operator, version, updatedAt } = await readOperator(portal.db);
    assert.deepEqual([operator.name.de, version, updatedAt], ['Zweite', 2, at]);
  });

  it('refuse who saw an older version, also who saw none', async () => {
    const at = portal.clock.now();
    await saveOperator(portal.db, named('Erste'), 0, at);
    await assert.rejects(saveOperator(portal.db, named('Auch erste'), 0, at), Conflict);
    await saveOperator(portal.db, named('Zweite'), 1, at);
    await assert.rejects(saveOperator(portal.db, named('Auch zweite'), 1, at), Conflict);
    assert.equal((await readOperator(portal.db)).operator.name.de, 'Zweite');
  });
});
