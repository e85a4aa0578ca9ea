import assert from 'node:assert/strict';
import { findRequest, listDocuments } from '../../src/accreditation/index.js';
import { findBrokenEntry } from '../../src/platform/audit.js';
import { Gone, NotFound } from '../../src/platform/errors.js';
import { runDueJobs } from '../../src/platform/jobs.js';
import { answerEnquiry } from '../../src/selfservice/answer-enquiry.js';
import { eraseRequest } from '../../src/selfservice/erase-request.js';
import { removeFilesJob } from '../../src/selfservice/remove-files-job.js';
import { aHistoryEntry, anApplicant } from '../support/applicant.js';
import { aPdf } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('erasing a request', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  async function withEverything() {
    const { request } = await anApplicant(portal, {
      state: 'info_requested',
      input: { lastName: 'Löschmich' },
    });
    await aHistoryEntry(portal, request, { step: 'enquire', state: 'info_requested' });
    const upload = { originalName: 'a.pdf', kind: 'application/pdf' as const, content: aPdf() };
    await answerEnquiry(portal, request.id, { text: 'Bitte', upload, submission: 'x' });
    return { request, file: (await listDocuments(portal.db, request.id))[0]!.file };
  }

  it('leaves no row, no letter and no file about the person', async () => {
    const { request, file } = await withEverything();
    await eraseRequest(portal, request.id);
    assert.equal(await findRequest(portal.db, request.id), undefined);
    for (const table of ['request_documents', 'request_history', 'request_messages', 'outgoing_mails'])
      assert.deepEqual(await portal.db(table), [], table);
    await assert.rejects(portal.files.read(file), NotFound);
    assert.deepEqual(await portal.sendMails(new Date('2025-01-01T00:00:00Z')), []);
  });

  it('stands in the audit log without personal data, and the log stays whole', async () => {
    const { request } = await withEverything();
    await eraseRequest(portal, request.id);
    const entries = await portal.db('audit_entries').where({ action: 'request.erased' });
    assert.equal(entries.length, 1);
    assert.deepEqual(JSON.parse(entries[0].details), {
      event: request.eventId,
      state: 'in_review',
      files: 1,
    });
    assert.equal(JSON.stringify(await portal.db('audit_entries')).includes('Löschmich'), false);
    assert.equal(await findBrokenEntry(portal.db), undefined);
  });

  it('happens once, also when asked for twice at the same time', async () => {
    const { request } = await withEverything();
    const both = await Promise.allSettled([1, 2].map(() => eraseRequest(portal, request.id)));
    assert.ok(both.some(({ status }) => status === 'fulfilled'));
    await assert.rejects(eraseRequest(portal, request.id), Gone);
    assert.equal((await portal.db('audit_entries').where({ action: 'request.erased' })).length, 1);
  });

  it('removes the files later when the portal stopped in between', async () => {
    const { request, file } = await withEverything();
    const stopping = { ...portal.files, remove: () => Promise.reject(new Error('stopped')) };
    await assert.rejects(eraseRequest({ ...portal, files: stopping }, request.id), /stopped/);
    assert.ok(await portal.files.read(file));
    await runDueJobs(portal, [removeFilesJob]);
    await assert.rejects(portal.files.read(file), NotFound);
  });
});
