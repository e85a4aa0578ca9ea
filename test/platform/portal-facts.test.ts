import assert from 'node:assert/strict';
import { appendAudit } from '../../src/platform/audit.js';
import { readLatestInstant, writeLatestInstant } from '../../src/platform/portal-facts.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('the latest instant', (open) => {
  const [early, late] = [new Date('2024-10-24T07:14:50Z'), new Date('2024-10-24T07:15:02Z')];
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const audit = (at: Date) =>
    portal.db.transaction((trx) =>
      appendAudit(trx, { at, actor: 'system', action: 'test', subject: 'test:1' }),
    );

  it('is unknown before anything happened', async () => {
    assert.equal(await readLatestInstant(portal.db), undefined);
  });

  it('is the note of the clock', async () => {
    await audit(early);
    await writeLatestInstant(portal.db, late);
    assert.deepEqual(await readLatestInstant(portal.db), late);
  });

  it('is the newest entry of the audit log when the portal died before its clock was noted', async () => {
    await writeLatestInstant(portal.db, early);
    await audit(late);
    assert.deepEqual(await readLatestInstant(portal.db), late);
  });
});
