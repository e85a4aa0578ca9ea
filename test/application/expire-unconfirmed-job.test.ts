import assert from 'node:assert/strict';
import { findRequest, listDocuments } from '../../src/accreditation/index.js';
import { expireUnconfirmedJob } from '../../src/application/expire-unconfirmed-job.js';
import { NotFound } from '../../src/platform/errors.js';
import { anEvent, anUnconfirmedRequest, aPdf, aRequest, aSlot } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('requests nobody confirmed', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const runAfter = async (hours: number) => {
    portal.moveClock(new Date(portal.clock.now().getTime() + hours * 3600_000));
    await expireUnconfirmedJob.run(portal, {
      payload: null,
      cursor: undefined,
      progress: async () => undefined,
      stopping: () => false,
    });
  };
  const upload = { originalName: 'geheim.pdf', kind: 'application/pdf', content: aPdf() } as const;

  it('expire after 48 hours and leave nothing about the person', async () => {
    const event = await anEvent(portal);
    const slot = await aSlot(portal, event);
    const { id } = await anUnconfirmedRequest(portal, {
      event,
      upload,
      slotIds: [slot.id],
      input: { email: 'mara@bote.example', proofKind: 'assignment', note: 'Privates' },
    });
    const [document] = await listDocuments(portal.db, id);
    await runAfter(49);
    assert.equal((await findRequest(portal.db, id))!.state, 'expired');
    await assert.rejects(portal.files.read(document!.file), NotFound);
    const tables = [
      'accreditation_requests',
      'request_documents',
      'request_slots',
      'request_history',
      'outgoing_mails',
      'audit_entries',
    ];
    const left = JSON.stringify(await Promise.all(tables.map((table) => portal.db(table))));
    assert.doesNotMatch(left, /mara|bote|Musterfeld|Privates|geheim/i);
    assert.deepEqual(await portal.db('request_slots'), []);
  });

  it('stay before that, and confirmed ones stay for good', async () => {
    const waiting = await anUnconfirmedRequest(portal);
    const confirmed = await aRequest(portal);
    await runAfter(47);
    assert.equal((await findRequest(portal.db, waiting.id))!.state, 'unconfirmed');
    await runAfter(10);
    assert.equal((await findRequest(portal.db, confirmed.id))!.firstName, 'Mara');
  });

  it('expire also when there are more than one batch of them', async () => {
    const event = await anEvent(portal);
    for (let count = 0; count < 51; count += 1) await anUnconfirmedRequest(portal, { event, quiet: true });
    await runAfter(49);
    const left = await portal.db('accreditation_requests').where({ state: 'unconfirmed' });
    assert.deepEqual(left, []);
  });
});
