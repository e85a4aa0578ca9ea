import assert from 'node:assert/strict';
import { changeRequest } from '../../src/accreditation/index.js';
import { teamNoticeJob } from '../../src/notices/team-notice-job.js';
import { enqueueJob, runDueJobs } from '../../src/platform/jobs.js';
import { withdrawRequest } from '../../src/selfservice/withdraw-request.js';
import { anUnconfirmedRequest, aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

onBothDatabases('a notice to the team', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const run = () => runDueJobs(portal, [teamNoticeJob]);
  const letters = async () => (await portal.sendMails()).filter(({ to }) => to.endsWith('behoerde.example'));

  it('tells reviewers and administrators at once, in their language, with the way to the request', async () => {
    const reviewer = await someMember(portal, 'reviewer', { language: 'en' });
    const administrator = await someMember(portal, 'administrator');
    await someMember(portal, 'editor');
    const { reference } = await aRequest(portal, { input: { lastName: 'Geheimname' } });
    await run();
    const sent = await letters();
    assert.deepEqual(sent.map(({ to }) => to).sort(), [administrator.email, reviewer.email].sort());
    const english = sent.find(({ to }) => to === reviewer.email);
    assert.match(english?.text ?? '', new RegExp(`https://press.example/staff/requests/${reference}`));
    assert.equal(english?.subject, `New request ${reference}`);
    assert.ok(sent.every(({ text, subject }) => !`${subject}${text}`.includes('Geheimname')));
  });

  it('leaves those alone who want a digest or nothing', async () => {
    const [daily, never] = [await someMember(portal, 'reviewer'), await someMember(portal, 'reviewer')];
    await portal.db('staff').where({ id: daily.id }).update({ notices: 'daily' });
    await portal.db('staff').where({ id: never.id }).update({ notices: 'never' });
    await aRequest(portal);
    await run();
    assert.deepEqual(await letters(), []);
  });

  it('tells the reviewer in charge of an answer, and nobody else', async () => {
    const mine = await someMember(portal, 'reviewer');
    await someMember(portal, 'reviewer');
    const request = await aRequest(portal);
    await run();
    await letters();
    await changeRequest(portal.db, request, { assignedTo: mine.id }, MORNING);
    for (const occasion of ['answer', 'unanswered'])
      await portal.db.transaction((trx) =>
        enqueueJob(trx, 'team-notice', { requestId: request.id, occasion }, MORNING),
      );
    await run();
    assert.deepEqual((await letters()).map(({ to, subject }) => [to, subject]).sort(), [
      [mine.email, `Antwort zu ${request.reference}`],
      [mine.email, `Keine Antwort zu ${request.reference}`],
    ]);
  });

  it('tells everybody of a withdrawal, but not of one that was never confirmed', async () => {
    const { email } = await someMember(portal, 'reviewer');
    const [request, unconfirmed] = [await aRequest(portal), await anUnconfirmedRequest(portal)];
    await run();
    await letters();
    await withdrawRequest(portal, request.id);
    await withdrawRequest(portal, unconfirmed.id);
    await run();
    assert.deepEqual(
      (await letters()).map(({ to, subject }) => [to, subject]),
      [[email, `${request.reference} zurückgezogen`]],
    );
  });

  it('says nothing about a request that is gone', async () => {
    await someMember(portal, 'reviewer');
    await portal.db.transaction((trx) =>
      enqueueJob(trx, 'team-notice', { requestId: 4711, occasion: 'answer' }, MORNING),
    );
    assert.equal(await run(), 1);
    assert.deepEqual(await letters(), []);
  });
});
