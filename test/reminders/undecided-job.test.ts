import assert from 'node:assert/strict';
import { ensureRecurringJobs, runDueJobs } from '../../src/platform/jobs.js';
import { undecidedJob } from '../../src/reminders/undecided-job.js';
import type { Notices } from '../../src/staff/index.js';
import { anApplicant } from '../support/applicant.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const NEAR = new Date('2024-10-21T06:00:00Z');

onBothDatabases('reminding the team of its promise', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  async function runAt(now: Date) {
    portal.moveClock(now);
    await portal.sendMails();
    await portal.db('jobs').where({ name: 'remind-team' }).delete();
    await ensureRecurringJobs(portal, [undecidedJob]);
    await runDueJobs(portal, [undecidedJob]);
    return portal.sendMails();
  }

  const reviewer = async (notices: Notices, language: 'de' | 'en' = 'de') => {
    const member = await someMember(portal, 'reviewer', { language });
    await portal.db('staff').where({ id: member.id }).update({ notices });
    return member;
  };

  it('says once a day how many wait, which longest, what is mine, and leads to the list', async () => {
    const member = await reviewer('each', 'en');
    const { request, event } = await anApplicant(portal, { state: 'received' });
    await portal.db('accreditation_requests').where({ id: request.id }).update({ assigned_to: member.id });
    assert.deepEqual(await runAt(new Date('2024-10-20T06:00:00Z')), []);
    const [letter, ...others] = await runAt(NEAR);
    assert.deepEqual(others, []);
    assert.equal(letter?.to, member.email);
    for (const words of [
      /1 open request\n/,
      /promised by 23\u00A0October 2024, 12:00\./,
      /1 of them is assigned to you/,
      new RegExp(`Waiting longest: ${request.reference}\n`),
      new RegExp(`https://press.example/staff/requests\\?event=${event.id}`),
    ])
      assert.match(letter?.text ?? '', words);
    assert.doesNotMatch(letter?.text ?? '', /Musterfeld/);
    assert.deepEqual(await runAt(new Date('2024-10-21T15:00:00Z')), []);
    assert.equal((await runAt(new Date('2024-10-22T06:00:00Z'))).length, 1);
    assert.match((await runAt(new Date('2024-10-24T06:00:00Z')))[0]?.text ?? '', /that has passed/);
  });

  it('respects what each member wants to hear', async () => {
    await anApplicant(portal, { state: 'in_review' });
    const [each, daily] = [await reviewer('each'), await reviewer('daily')];
    await reviewer('never');
    await someMember(portal, 'editor');
    assert.deepEqual((await runAt(NEAR)).map(({ to }) => to).sort(), [each.email, daily.email].sort());
  });

  it('says nothing when everything is decided', async () => {
    await reviewer('each');
    await anApplicant(portal, { state: 'approved' });
    assert.deepEqual(await runAt(NEAR), []);
  });
});
