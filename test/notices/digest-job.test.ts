import assert from 'node:assert/strict';
import { digestJob } from '../../src/notices/digest-job.js';
import { withdrawRequest } from '../../src/selfservice/withdraw-request.js';
import { anUnconfirmedRequest, aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const DAY = 24 * 3600_000;

onBothDatabases('the daily digest', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
    const { id } = await someMember(portal, 'reviewer');
    await portal.db('staff').where({ id }).update({ notices: 'daily' });
    await someMember(portal, 'reviewer');
  });
  afterEach(() => portal.close());

  /** A minute later, when everything up to now is sure to be saved. */
  const run = async () => {
    portal.moveClock(new Date(portal.clock.now().getTime() + 60_000));
    const job = { payload: null, cursor: undefined, progress: async () => undefined, stopping: () => false };
    await digestJob.run(portal, job);
    return (await portal.sendMails()).filter(({ to }) => to.endsWith('behoerde.example'));
  };

  it('goes once a day to those who chose it, with counts and references and no names', async () => {
    const request = await aRequest(portal, { input: { lastName: 'Geheimname' } });
    const sent = await run();
    assert.equal(sent.length, 1);
    assert.match(sent[0]?.text ?? '', new RegExp(`1 neuer Antrag:\\n${request.reference}`));
    assert.ok(!sent[0]?.text.includes('Geheimname'));
    assert.deepEqual(await run(), []);
  });

  it('tells only what came since the last one, and stays silent where nothing came', async () => {
    await aRequest(portal);
    await run();
    portal.moveClock(new Date(MORNING.getTime() + DAY));
    assert.deepEqual(await run(), []);
    portal.moveClock(new Date(MORNING.getTime() + DAY + 3600_000));
    const late = await aRequest(portal);
    portal.moveClock(new Date(MORNING.getTime() + 2 * DAY));
    const [letter] = await run();
    assert.match(letter?.text ?? '', new RegExp(`1 neuer Antrag:\\n${late.reference}`));
  });

  it('tells the next day of what was still being saved while it was written', async () => {
    await aRequest(portal);
    await run();
    const written = portal.clock.now();
    portal.moveClock(new Date(written.getTime() - 5000));
    const late = await aRequest(portal);
    portal.moveClock(new Date(written.getTime() + DAY));
    const [letter] = await run();
    assert.match(letter?.text ?? '', new RegExp(`1 neuer Antrag:\\n${late.reference}`));
  });

  it('tells of a withdrawal, and no more of the request as a new one', async () => {
    const [request, unconfirmed] = [await aRequest(portal), await anUnconfirmedRequest(portal)];
    await withdrawRequest(portal, request.id);
    await withdrawRequest(portal, unconfirmed.id);
    const [letter] = await run();
    assert.match(letter?.text ?? '', new RegExp(`1 zurückgezogener Antrag:\\n${request.reference}\\n`));
    assert.ok(!letter?.text.includes('neuer Antrag'));
  });

  it('does not count as new what was withdrawn in the meantime', async () => {
    const request = await aRequest(portal);
    await portal.db('accreditation_requests').where({ id: request.id }).update({ state: 'withdrawn' });
    assert.deepEqual(await run(), []);
  });
});
