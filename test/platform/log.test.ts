import assert from 'node:assert/strict';
import { reasonOf, withoutPersons } from '../../src/platform/log.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('what the log says of an error', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await open();
  });
  after(() => portal.close());

  async function databaseError(): Promise<unknown> {
    const fact = { key: 'Mara Musterfeld', value: 'mara@beispielbote.example' };
    await portal.db('portal_facts').insert(fact).onConflict('key').ignore();
    return portal
      .db('portal_facts')
      .insert(fact)
      .then(
        () => assert.fail('the second one must be refused'),
        (error: unknown) => error,
      );
  }

  it('leaves out the values of a failed statement', async () => {
    const error = await databaseError();
    assert.doesNotMatch(JSON.stringify(withoutPersons(error)), /Mara|beispielbote/);
    assert.doesNotMatch(reasonOf(error), /Mara|beispielbote/);
    assert.match(reasonOf(error), /^database error (SQLITE_CONSTRAINT|23505)/);
  });

  it('keeps the message of a fault of ours, and where it happened', () => {
    const line = withoutPersons(new Error('the letter has a hole'));
    assert.equal(line.message, 'the letter has a hole');
    assert.match(line.stack, /log\.test/);
  });
});
