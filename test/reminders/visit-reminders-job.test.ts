import assert from 'node:assert/strict';
import { ensureRecurringJobs, runDueJobs } from '../../src/platform/jobs.js';
import { visitRemindersJob } from '../../src/reminders/visit-reminders-job.js';
import { aHistoryEntry, anApplicant } from '../support/applicant.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';

const THREE_DAYS_BEFORE = new Date('2024-10-21T07:00:00Z');

onBothDatabases('reminding of the event', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  async function approved(told = MORNING, state: 'approved' | 'revoked' = 'approved') {
    const applicant = await anApplicant(portal, { state });
    const details = { limits: 'Nur im Foyer.' };
    await aHistoryEntry(portal, applicant.request, {
      step: 'approve_limited',
      state: 'approved',
      details,
      shownAt: told,
    });
    await portal.sendMails();
    return applicant;
  }

  async function runAt(now: Date) {
    portal.moveClock(now);
    await portal.db('jobs').where({ name: 'remind-visits' }).delete();
    await ensureRecurringJobs(portal, [visitRemindersJob]);
    await runDueJobs(portal, [visitRemindersJob]);
    return portal.sendMails();
  }

  it('tells the approved once when, where, how and with which badge', async () => {
    const { request, event } = await approved();
    assert.deepEqual(await runAt(new Date(THREE_DAYS_BEFORE.getTime() - 24 * 3600_000)), []);
    const [letter, ...others] = await runAt(THREE_DAYS_BEFORE);
    assert.deepEqual(others, []);
    assert.equal(letter?.to, request.email);
    for (const words of [
      /24\.\u00a0Oktober 2024, Programm ab 9:15\u00a0Uhr/,
      /Erfurt, Musterhalle/,
      /Presseeinlass öffnet um 8:30/,
      /Eingang Nord\./,
      /Nur im Foyer\./,
      /Presseteam Musterministerium\n\+49 361 0000000/,
      /https:\/\/press\.example\/de\/accreditation\/\S+/,
    ])
      assert.match(letter?.text ?? '', words);
    assert.deepEqual(letter?.attachments.map(({ contentType }) => contentType.split(';')[0]).sort(), [
      'application/pdf',
      'text/calendar',
    ]);
    assert.deepEqual(await runAt(new Date(THREE_DAYS_BEFORE.getTime() + 24 * 3600_000)), []);

    const moved = new Date(event.startsAt.getTime() + 24 * 3600_000).toISOString();
    await portal.db('events').where({ id: event.id }).update({ starts_at: moved });
    assert.equal((await runAt(new Date('2024-10-22T09:00:00Z'))).length, 1, 'a moved event is news');
  });

  it('leaves alone who is not approved, who has just been told, and what is not published', async () => {
    await anApplicant(portal, { state: 'waitlisted' });
    await approved(MORNING, 'revoked');
    await approved(new Date(THREE_DAYS_BEFORE.getTime() + 3600_000));
    const draft = await approved();
    await portal.db('events').where({ id: draft.event.id }).update({ state: 'archived' });
    assert.deepEqual(await runAt(new Date(THREE_DAYS_BEFORE.getTime() + 2 * 3600_000)), []);
  });

  it('does not leave when the approval was revoked in the meantime', async () => {
    const { request } = await approved();
    portal.moveClock(THREE_DAYS_BEFORE);
    await ensureRecurringJobs(portal, [visitRemindersJob]);
    await runDueJobs(portal, [visitRemindersJob]);
    await portal.db('accreditation_requests').where({ id: request.id }).update({ state: 'revoked' });
    assert.deepEqual(await portal.sendMails(), []);
  });
});
