import assert from 'node:assert/strict';
import {
  type AccreditationRequest,
  findRequest,
  listDocuments,
  subjectOf,
} from '../../src/accreditation/index.js';
import { sendLostLinks } from '../../src/application/send-lost-links.js';
import { decideRequest } from '../../src/decisions/decide-request.js';
import type { Ruling } from '../../src/decisions/demands.js';
import { getEvent } from '../../src/events/index.js';
import { uploadList } from '../../src/imports/upload-list.js';
import { findBrokenEntry } from '../../src/platform/audit.js';
import { Gone, NotFound, Refusal } from '../../src/platform/errors.js';
import { runDueJobs } from '../../src/platform/jobs.js';
import { listMailsAbout } from '../../src/platform/outbox-repository.js';
import { eraseRequest } from '../../src/privacy/erase-request.js';
import { removeFilesJob } from '../../src/privacy/remove-files-job.js';
import { addNote } from '../../src/review/add-note.js';
import { sendMessage } from '../../src/review/send-message.js';
import { listSavedFilters, saveFilter } from '../../src/search/index.js';
import { answerEnquiry } from '../../src/selfservice/answer-enquiry.js';
import { withdrawRequest } from '../../src/selfservice/withdraw-request.js';
import { writeMessage } from '../../src/selfservice/write-message.js';
import type { Member } from '../../src/staff/index.js';
import { undoDecision } from '../../src/undo/undo-decision.js';
import { aHistoryEntry, anApplicant } from '../support/applicant.js';
import { aPdf } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const WAITLIST: Ruling = {
  ...{ decision: 'waitlist', reason: 'capacity', text: 'Kein Platz', limits: '' },
  ...{ due: undefined, slots: undefined },
};

onBothDatabases('erasing a request', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  /** Uploaded once more, with their row still there. */
  async function inAList({ id, eventId }: AccreditationRequest) {
    const by = await someMember(portal);
    const table = { ok: true as const, headings: ['Name', 'E-Mail'], rows: [] };
    const event = await getEvent(portal.db, eventId);
    const list = await uploadList(portal, { event, kind: 'requests', fileName: 'a.csv', table, by });
    const cells = JSON.stringify(['Löschmich', 'a@b.example']);
    const row = { import_id: list.id, position: 2, state: 'known', cells, request_id: id };
    await portal.db('import_rows').insert(row);
  }

  async function withEverything() {
    const { request } = await anApplicant(portal, {
      state: 'info_requested',
      input: { lastName: 'Löschmich' },
    });
    await aHistoryEntry(portal, request, { step: 'enquire', state: 'info_requested' });
    const upload = { originalName: 'a.pdf', kind: 'application/pdf' as const, content: aPdf() };
    await answerEnquiry(portal, request.id, { text: 'Bitte', upload, submission: 'x' });
    await inAList(request);
    return { request, file: (await listDocuments(portal.db, request.id))[0]!.file };
  }

  it('takes saved views along that look for the person, and leaves those that look for the outlet', async () => {
    const { request } = await withEverything();
    const { id: memberId } = await someMember(portal, 'reviewer');
    const searches = {
      name: 'löschm',
      both: `Löschmich ${request.outletName}`,
      address: request.email,
      outlet: request.outletName,
      others: 'Bleibtda',
    };
    for (const [name, search] of Object.entries(searches))
      await saveFilter(portal, memberId, { name, query: new URLSearchParams({ q: search }).toString() });
    await eraseRequest(portal, request.id);
    const left = (await listSavedFilters(portal.db, memberId)).map(({ name }) => name);
    assert.deepEqual(left, ['outlet', 'others']);
  });

  it('leaves no row, no letter and no file about the person', async () => {
    const { request, file } = await withEverything();
    await eraseRequest(portal, request.id);
    assert.equal(await findRequest(portal.db, request.id), undefined);
    for (const table of [
      'request_documents',
      'request_history',
      'request_messages',
      'outgoing_mails',
      'import_rows',
    ])
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

  describe('at the same moment as another act leaves nothing behind, whoever comes first:', () => {
    type Act = (request: AccreditationRequest) => Promise<unknown>;
    let by: Member;
    beforeEach(async () => {
      by = await someMember(portal);
    });
    const text = 'Hallo';
    const waitlist: Act = ({ reference }) =>
      decideRequest(portal, { reference, version: undefined, ruling: WAITLIST, by });
    const acts: Record<string, { before?: Act; act: Act }> = {
      withdrawing: { act: ({ id }) => withdrawRequest(portal, id) },
      'withdrawing while a decision waits': {
        before: waitlist,
        act: ({ id }) => withdrawRequest(portal, id),
      },
      'writing to the team': { act: ({ id }) => writeMessage(portal, id, { text, submission: `s-${id}` }) },
      'answering an enquiry': {
        act: ({ id }) => answerEnquiry(portal, id, { text, upload: undefined, submission: `s-${id}` }),
      },
      'asking for the link': { act: ({ email }) => sendLostLinks(portal, email, 'de') },
      'a message of the team': { act: ({ reference }) => sendMessage(portal, { reference, text, by }) },
      'a note of the team': { act: ({ reference }) => addNote(portal, { reference, text, by }) },
      'a decision': { act: waitlist },
      'undoing a decision': {
        before: waitlist,
        act: ({ reference }) => undoDecision(portal, { reference, by }),
      },
      'sending the letter of a decision': {
        before: waitlist,
        act: () => portal.sendMails(new Date('2025-01-01T00:00:00Z')),
      },
    };

    for (const [name, { before, act }] of Object.entries(acts)) {
      it(name, async () => {
        for (let round = 0; round < 6; round += 1) {
          const { request } = await anApplicant(portal, { state: 'info_requested' });
          await before?.(request);
          const both: Act[] = [act, ({ id }) => eraseRequest(portal, id)];
          if (round % 2 === 1) both.reverse();
          const done = await Promise.allSettled(both.map((one) => one(request)));
          for (const one of done)
            if (one.status === 'rejected') assert.ok(one.reason instanceof Refusal, one.reason);
          assert.equal(await findRequest(portal.db, request.id), undefined);
          assert.deepEqual(await listMailsAbout(portal.db, subjectOf(request)), []);
        }
      });
    }
  });
});
