import assert from 'node:assert/strict';
import { type AccreditationRequest, findRequest, listDocuments } from '../../src/accreditation/index.js';
import { type Event, getEvent, updateEvent } from '../../src/events/index.js';
import { findBrokenEntry } from '../../src/platform/audit.js';
import { NotFound } from '../../src/platform/errors.js';
import { runDueJobs } from '../../src/platform/jobs.js';
import { listMailsAbout } from '../../src/platform/outbox-repository.js';
import { listDue } from '../../src/privacy/list-due.js';
import { removeFilesJob } from '../../src/privacy/remove-files-job.js';
import { runDeletionPlan } from '../../src/privacy/run-deletion-plan.js';
import { aHistoryEntry } from '../support/applicant.js';
import { anEvent, anUnconfirmedRequest, aPdf, aRequest } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

/** The example event ends on 24 October 2024, 17:00 in Erfurt; these are 17:00 there as well, in winter time. */
const FILES_ON = new Date('2024-11-07T16:00:00Z');
const REQUEST_ON = new Date('2025-01-24T16:00:00Z');
const justBefore = (at: Date) => new Date(at.getTime() - 1);

onBothDatabases('the deletion plan', (open) => {
  let portal: TestPortal;
  let event: Event;
  beforeEach(async () => {
    portal = await open();
    event = await anEvent(portal);
  });
  afterEach(() => portal.close());

  async function withProof(of = event, lastName = 'Löschmich') {
    const upload = { originalName: `${lastName}.pdf`, kind: 'application/pdf', content: aPdf() } as const;
    const request = await aRequest(portal, { event: of, upload, input: { lastName } });
    await aHistoryEntry(portal, request, { step: 'open', state: 'in_review' });
    return { request, file: (await listDocuments(portal.db, request.id))[0]!.file };
  }

  const runAt = async (at: Date) => {
    portal.moveClock(at);
    return (await runDeletionPlan(portal)).map(({ event: { id }, ...figures }) => ({ id, ...figures }));
  };
  const isThere = (file: string) => assert.doesNotReject(portal.files.read(file));
  const isGone = (file: string) => assert.rejects(portal.files.read(file), NotFound);
  const auditOf = ({ id }: AccreditationRequest) =>
    portal
      .db('audit_entries')
      .where({ subject: `request:${id}`, actor: 'system' })
      .orderBy('id');

  it('deletes nothing a moment before the files are due', async () => {
    const { request, file } = await withProof();
    assert.deepEqual(await runAt(justBefore(FILES_ON)), []);
    await isThere(file);
    assert.equal((await listDocuments(portal.db, request.id)).length, 1);
    assert.deepEqual(await auditOf(request), []);
  });

  it('deletes the files on their day and keeps the request with its letters', async () => {
    const { request, file } = await withProof();
    const letters = await listMailsAbout(portal.db, `request:${request.id}`);
    assert.deepEqual(await runAt(FILES_ON), [{ id: event.id, files: 1, requests: 0, failed: 0 }]);
    await isGone(file);
    assert.deepEqual(await listDocuments(portal.db, request.id), []);
    assert.deepEqual(await findRequest(portal.db, request.id), request);
    assert.deepEqual(await listMailsAbout(portal.db, `request:${request.id}`), letters);
    const [entry, ...more] = await auditOf(request);
    assert.deepEqual(
      [entry.action, entry.at, JSON.parse(entry.details), more],
      ['request.files_deleted_by_plan', FILES_ON.toISOString(), { event: event.id, files: 1 }, []],
    );
  });

  it('keeps the rest a moment before its day, and then leaves no row, no letter and no file', async () => {
    const { request, file } = await withProof();
    await runAt(FILES_ON);
    const late = await withProof(event, 'Nachzügler');
    await runAt(justBefore(REQUEST_ON));
    assert.ok(await findRequest(portal.db, request.id));
    assert.deepEqual(await runAt(REQUEST_ON), [{ id: event.id, files: 0, requests: 2, failed: 0 }]);
    for (const table of [
      'accreditation_requests',
      'request_documents',
      'request_history',
      'request_messages',
      'outgoing_mails',
    ])
      assert.deepEqual(await portal.db(table), [], table);
    for (const name of [file, late.file]) await isGone(name);
  });

  it('deletes requests in every state, also those nobody confirmed', async () => {
    const { id } = await anUnconfirmedRequest(portal, { event });
    await runAt(REQUEST_ON);
    assert.equal(await findRequest(portal.db, id), undefined);
  });

  it('stands in the audit log without personal data, and the log stays whole', async () => {
    const { request } = await withProof();
    await runAt(REQUEST_ON);
    const entry = (await auditOf(request)).at(-1);
    assert.equal(entry.action, 'request.deleted_by_plan');
    assert.deepEqual(JSON.parse(entry.details), { event: event.id, state: 'received', files: 0 });
    const left = JSON.stringify([await portal.db('audit_entries'), await portal.db('jobs')]);
    assert.doesNotMatch(left, /Löschmich|beispielbote/i);
    assert.equal(await findBrokenEntry(portal.db), undefined);
  });

  it('leaves requests for other events untouched until their own day', async () => {
    const later = await anEvent(portal, {
      startsAt: new Date('2024-10-20T07:15:00Z'),
      endsAt: new Date('2024-12-01T16:00:00Z'),
    });
    const { request, file } = await withProof(later);
    await withProof();
    await runAt(FILES_ON);
    await isThere(file);
    portal.moveClock(REQUEST_ON);
    const due = (await listDue(portal)).map(({ event: { id }, files, requests }) => [id, files, requests]);
    assert.deepEqual(due, [
      [event.id, 0, 1],
      [later.id, 1, 0],
    ]);
    await runAt(REQUEST_ON);
    assert.deepEqual(await findRequest(portal.db, request.id), request);
    assert.ok((await listMailsAbout(portal.db, `request:${request.id}`)).length > 0);
  });

  it('keeps everything when the event was put off while the plan ran', async () => {
    const { request, file } = await withProof();
    portal.moveClock(REQUEST_ON);
    const known = await getEvent(portal.db, event.id);
    const putOff = { ...known, endsAt: new Date('2025-03-01T16:00:00Z') };
    let moved = false;
    const db = new Proxy(portal.db, {
      get(to, name) {
        if (name !== 'transaction') return Reflect.get(to, name);
        return async (work: never) => {
          if (!moved) await updateEvent(to, event.id, known.version, putOff, REQUEST_ON);
          moved = true;
          return to.transaction(work);
        };
      },
    });
    await runDeletionPlan({ ...portal, db });
    assert.ok(moved);
    await isThere(file);
    assert.ok(await findRequest(portal.db, request.id));
  });

  it('does nothing the second time, and deletes each request once when it runs twice at the same time', async () => {
    const requests: AccreditationRequest[] = [];
    for (let count = 0; count < 8; count += 1) requests.push((await withProof()).request);
    portal.moveClock(REQUEST_ON);
    const both = await Promise.all([runDeletionPlan(portal), runDeletionPlan(portal)]);
    const figures = both.flat();
    const sum = (which: 'files' | 'requests' | 'failed') =>
      figures.reduce((total, each) => total + each[which], 0);
    assert.deepEqual([sum('files'), sum('requests'), sum('failed')], [8, 8, 0]);
    for (const request of requests) assert.equal((await auditOf(request)).length, 2);
    const entries = await portal.db('audit_entries');
    assert.deepEqual(await runAt(REQUEST_ON), []);
    assert.deepEqual(await portal.db('audit_entries'), entries);
  });

  it('deletes more than one batch', async () => {
    for (let count = 0; count < 51; count += 1) await anUnconfirmedRequest(portal, { event, quiet: true });
    const [figures] = await runAt(REQUEST_ON);
    assert.equal(figures?.requests, 51);
    assert.deepEqual(await portal.db('accreditation_requests'), []);
  });

  it('stops between two requests, and finishes at the next run', async () => {
    for (let count = 0; count < 3; count += 1) await anUnconfirmedRequest(portal, { event, quiet: true });
    portal.moveClock(REQUEST_ON);
    let asked = 0;
    // Asked before each batch and before each request: the second request is the third question.
    const stopping = () => ++asked > 2;
    await runDeletionPlan(portal, { stopping, progress: async () => undefined });
    assert.equal((await portal.db('accreditation_requests')).length, 2);
    assert.equal((await runAt(REQUEST_ON))[0]?.requests, 2);
  });

  it('goes on with the others when a file cannot be removed, and removes it later', async () => {
    const first = await withProof(event, 'Erste');
    const second = await withProof(event, 'Zweite');
    portal.moveClock(FILES_ON);
    const remove = (name: string) =>
      name === first.file ? Promise.reject(new Error('disk')) : portal.files.remove(name);
    const [figures] = await runDeletionPlan({ ...portal, files: { ...portal.files, remove } });
    assert.deepEqual([figures?.files, figures?.failed], [1, 1]);
    await isGone(second.file);
    await isThere(first.file);
    await runDueJobs(portal, [removeFilesJob]);
    await isGone(first.file);
  });

  it('says beforehand what is due, and changes nothing by it', async () => {
    const { request, file } = await withProof();
    await withProof();
    for (const [at, expected] of [
      [justBefore(FILES_ON), []],
      [FILES_ON, [{ files: 2, requests: 0 }]],
      [REQUEST_ON, [{ files: 2, requests: 2 }]],
    ] as const) {
      portal.moveClock(at);
      const due = (await listDue(portal)).map(({ files, requests }) => ({ files, requests }));
      assert.deepEqual(due, expected);
    }
    await isThere(file);
    assert.deepEqual(await findRequest(portal.db, request.id), request);
  });
});
