import assert from 'node:assert/strict';
import { appendAudit, findBrokenEntry } from '../../src/platform/audit.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('the audit log', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const append = (action: string) =>
    portal.db.transaction((trx) =>
      appendAudit(trx, {
        at: portal.clock.now(),
        actor: 'staff:1',
        action,
        subject: 'request:12',
        details: { reason: 'late' },
      }),
    );
  const appendAll = async (...actions: string[]) => {
    for (const action of actions) await append(action);
  };
  const entries = () => portal.db('audit_entries').orderBy('id');

  it('is whole when it is empty and when entries follow each other', async () => {
    assert.equal(await findBrokenEntry(portal.db), undefined);
    await appendAll('a', 'b', 'c');
    assert.equal(await findBrokenEntry(portal.db), undefined);
    const [first, second] = await entries();
    assert.equal(second.previous_hash, first.hash);
  });

  for (const field of ['at', 'actor', 'action', 'subject', 'details']) {
    it(`shows a changed ${field}`, async () => {
      await appendAll('a', 'b', 'c');
      const second = (await entries())[1];
      await portal
        .db('audit_entries')
        .where({ id: second.id })
        .update({ [field]: 'changed' });
      assert.equal(await findBrokenEntry(portal.db), second.id);
    });
  }

  it('shows an entry taken out of the middle', async () => {
    await appendAll('a', 'b', 'c');
    const [, second, third] = await entries();
    await portal.db('audit_entries').where({ id: second.id }).delete();
    assert.equal(await findBrokenEntry(portal.db), third.id);
  });

  it('shows a last entry cut off, and a log emptied', async () => {
    await appendAll('a', 'b', 'c');
    await portal.db('audit_entries').where({ action: 'c' }).delete();
    assert.notEqual(await findBrokenEntry(portal.db), undefined);
    await portal.db('audit_entries').delete();
    assert.notEqual(await findBrokenEntry(portal.db), undefined);
  });

  it('shows two entries that changed places', async () => {
    await appendAll('a', 'b', 'c');
    const [first, second] = await entries();
    const swap = async (from: { id: number }, to: { id: number }) =>
      portal
        .db('audit_entries')
        .where({ id: from.id })
        .update({ ...to, id: from.id });
    await swap(first, second);
    await swap(second, first);
    assert.equal(await findBrokenEntry(portal.db), first.id);
  });

  it('shows an entry slipped in at the end', async () => {
    await appendAll('a', 'b');
    const [first] = await entries();
    await portal.db('audit_entries').insert({ ...first, id: 99 });
    assert.equal(await findBrokenEntry(portal.db), 99);
  });

  it('stays one chain when several people act at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, at) => append(`act ${at}`)));
    assert.equal(await findBrokenEntry(portal.db), undefined);
    assert.equal(new Set((await entries()).map((row) => row.previous_hash)).size, 12);
  });

  it('forgets what a failed act wanted to write, and goes on without a gap', async () => {
    await append('a');
    const failing = portal.db.transaction(async (trx) => {
      await appendAudit(trx, { at: new Date(), actor: 'system', action: 'b', subject: 'x' });
      throw new Error('power cut');
    });
    await assert.rejects(failing);
    await append('c');
    assert.equal(await findBrokenEntry(portal.db), undefined);
    assert.deepEqual(
      (await entries()).map((row) => row.action),
      ['a', 'c'],
    );
  });

  it('reads logs longer than one batch', async () => {
    await portal.db.transaction(async (trx) => {
      for (let number = 0; number < 520; number += 1) {
        await appendAudit(trx, {
          at: portal.clock.now(),
          actor: 'system',
          action: `n${number}`,
          subject: 'x',
        });
      }
    });
    assert.equal(await findBrokenEntry(portal.db), undefined);
    const [late] = await portal.db('audit_entries').where({ action: 'n510' });
    await portal.db('audit_entries').where({ id: late.id }).update({ actor: 'staff:9' });
    assert.equal(await findBrokenEntry(portal.db), late.id);
  });
});
