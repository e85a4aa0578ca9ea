import assert from 'node:assert/strict';
import { mailHooks } from '../../src/composition.js';
import { loadDemoIntoEmptyDatabase } from '../../src/demo/index.js';
import { openPortal, type TestPortal } from '../support/portal.js';

describe('the requests of the demo', function () {
  this.timeout(60_000);
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
    await loadDemoIntoEmptyDatabase(portal, mailHooks);
  });
  after(() => portal.close());

  it('send no letter before it was written', async () => {
    const mails: { subject: string; queued_at: string; sent_at: string | null }[] = await portal
      .db('outgoing_mails')
      .select('subject', 'queued_at', 'sent_at');
    assert.ok(mails.length > 12);
    assert.deepEqual(
      mails.filter(({ queued_at, sent_at }) => sent_at !== null && sent_at < queued_at),
      [],
    );
  });

  it('spell umlauts out in addresses', async () => {
    const rows: { email: string }[] = await portal.db('accreditation_requests').select('email');
    assert.ok(rows.some(({ email }) => email === 'leonie.lueckentext@probetvthueringen.example'));
  });
});
