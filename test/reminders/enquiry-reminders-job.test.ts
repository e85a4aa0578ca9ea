import assert from 'node:assert/strict';
import { changeRequest, listHistory, visibleHistory } from '../../src/accreditation/index.js';
import { ensureRecurringJobs, runDueJobs } from '../../src/platform/jobs.js';
import { eraseRequest } from '../../src/privacy/index.js';
import { enquiryRemindersJob } from '../../src/reminders/enquiry-reminders-job.js';
import { answerEnquiry } from '../../src/selfservice/index.js';
import { type Applicant, aHistoryEntry, anApplicant, noticesOf } from '../support/applicant.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';

const DUE = new Date('2024-10-17T21:59:00Z');
const BEFORE = new Date('2024-10-15T07:00:00Z');
const PASSED = new Date('2024-10-18T06:00:00Z');

onBothDatabases('reminding of an enquiry', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  async function asked(wishes: Parameters<typeof anApplicant>[1] = {}): Promise<Applicant> {
    const state = { state: 'info_requested', change: { enquiryDueAt: DUE } } as const;
    const applicant = await anApplicant(portal, { ...state, ...wishes });
    await ask(applicant, DUE);
    await portal.sendMails();
    return applicant;
  }

  const ask = ({ request }: Pick<Applicant, 'request'>, due: Date) =>
    aHistoryEntry(portal, request, {
      step: 'enquire',
      state: 'info_requested',
      details: { text: 'Bitte den Auftrag.', due: due.toISOString() },
    });

  /** The job as the background runs it, at this moment; returns the letters that leave. */
  async function runAt(now: Date) {
    portal.moveClock(now);
    await portal.db('jobs').where({ name: 'remind-enquiries' }).delete();
    await ensureRecurringJobs(portal, [enquiryRemindersJob]);
    await runDueJobs(portal, [enquiryRemindersJob]);
    return portal.sendMails();
  }

  it('says once what is missing, until when and where to answer', async () => {
    const { request } = await asked();
    assert.deepEqual(await runAt(MORNING), []);
    const [letter, ...others] = await runAt(BEFORE);
    assert.deepEqual(others, []);
    assert.equal(letter?.to, request.email);
    assert.equal(letter?.subject, `Erinnerung: Zu Ihrem Antrag ${request.reference} fehlt uns noch etwas`);
    assert.match(letter?.text ?? '', /Bitte den Auftrag\.[\s\S]*bis einschließlich 17\.\u00a0Oktober 2024/);
    assert.match(letter?.text ?? '', /https:\/\/press\.example\/de\/accreditation\/\S+/);
    assert.deepEqual(await runAt(new Date(BEFORE.getTime() + 3600_000)), []);
  });

  it('speaks the language of the applicant', async () => {
    const { request } = await asked();
    await portal.db('accreditation_requests').where({ id: request.id }).update({ language: 'en' });
    const [letter] = await runAt(BEFORE);
    assert.match(
      letter?.text ?? '',
      /^Hello Mara Musterfeld[\s\S]*Please answer by the end of 17\u00A0October 2024/,
    );
  });

  it('writes nobody whose answer is there, whose enquiry waits to leave, or who is erased', async () => {
    const answered = await asked();
    await answerEnquiry(portal, answered.request.id, { text: 'Hier.', upload: undefined, submission: 'a' });
    await asked({ shownState: 'in_review' });
    const erased = await asked();
    await eraseRequest(portal, erased.request.id);
    assert.deepEqual(await runAt(BEFORE), []);
    await runAt(PASSED);
    assert.deepEqual(await noticesOf(portal, 'unanswered'), []);
  });

  it('notes once that no answer came, for the team only', async () => {
    const { request } = await asked();
    await runAt(PASSED);
    await runAt(new Date(PASSED.getTime() + 3600_000));
    const history = await listHistory(portal.db, request.id);
    const notes = history.filter(({ step }) => step === 'unanswered');
    assert.deepEqual(
      notes.map(({ actor, details, state }) => [actor, details.due, state]),
      [['system', DUE.toISOString(), 'info_requested']],
    );
    assert.ok(visibleHistory(history).every(({ step }) => step !== 'unanswered'));
    assert.deepEqual(await noticesOf(portal, 'unanswered'), [
      { requestId: request.id, occasion: 'unanswered' },
    ]);
  });

  it('reminds again of a new enquiry, even with the same due date', async () => {
    const applicant = await asked();
    assert.equal((await runAt(BEFORE)).length, 1);
    await ask(applicant, DUE);
    assert.equal((await runAt(new Date('2024-10-16T09:00:00Z'))).length, 1);
  });

  it('is not stopped by one that fails', async () => {
    const broken = await asked();
    await portal
      .db('request_history')
      .where({ request_id: broken.request.id, step: 'enquire' })
      .update({ details: '{' });
    const { request } = await asked();
    assert.deepEqual(
      (await runAt(BEFORE)).map(({ to }) => to),
      [request.email],
    );
  });

  it('keeps no mark when the letter could not be written', async () => {
    const { request } = await asked();
    await portal
      .db('request_history')
      .where({ request_id: request.id, step: 'enquire' })
      .update({ details: '{' });
    assert.deepEqual(await runAt(BEFORE), []);
    assert.deepEqual(await portal.db('request_reminders'), []);
  });

  it('leaves nothing behind when the request is erased', async () => {
    const { request } = await asked();
    await runAt(BEFORE);
    assert.equal((await portal.db('request_reminders')).length, 1);
    await eraseRequest(portal, request.id);
    assert.deepEqual(await portal.db('request_reminders'), []);
    assert.deepEqual(await portal.db('outgoing_mails'), []);
  });

  it('does not remind of a due date that was moved while it looked', async () => {
    const { request } = await asked();
    const later = new Date('2024-10-21T21:59:00Z');
    await changeRequest(portal.db, request, { enquiryDueAt: later }, MORNING);
    assert.deepEqual(await runAt(BEFORE), []);
  });
});
