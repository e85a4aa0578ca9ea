import assert from 'node:assert/strict';
import { findRequest, listHistory } from '../../src/accreditation/index.js';
import { confirmRequest } from '../../src/application/confirm-request.js';
import { correctAddress } from '../../src/application/correct-address.js';
import { Gone } from '../../src/platform/errors.js';
import { anEvent, anUnconfirmedRequest, aRequest } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('confirming a request', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const liveOnes = async () =>
    (await portal.db('accreditation_requests').where({ state: 'received' })).map(({ id }) => id);

  it('makes it count, tells the applicant and the team', async () => {
    const { id } = await anUnconfirmedRequest(portal);
    await portal.sendMails();
    const confirmed = await confirmRequest(portal, { id, linkVersion: 1 });
    assert.deepEqual([confirmed.state, confirmed.shownState], ['received', 'received']);
    assert.deepEqual(confirmed.confirmedAt, portal.clock.now());
    const [mail] = await portal.sendMails();
    assert.match(mail!.subject, new RegExp(confirmed.reference));
    assert.match(mail!.text, /Mara Musterfeld/);
    assert.match(mail!.text, /23\.\u00A0Oktober 2024/);
    assert.match(mail!.text, /press\.example\/de\/accreditation\/[^/\s]+\n/);
    const [job] = await portal.db('jobs').where({ name: 'team-notice' });
    assert.deepEqual(JSON.parse(job.payload), { requestId: id, occasion: 'new' });
    assert.equal((await listHistory(portal.db, id)).at(-1)!.step, 'confirm');
  });

  it('changes nothing the second time', async () => {
    const first = await aRequest(portal);
    const again = await confirmRequest(portal, first);
    assert.deepEqual(again, first);
    assert.equal((await portal.db('jobs').where({ name: 'team-notice' })).length, 1);
  });

  it('counts once when the link is clicked twice at the same moment', async () => {
    const { id } = await anUnconfirmedRequest(portal);
    await portal.sendMails();
    const results = await Promise.all([
      confirmRequest(portal, { id, linkVersion: 1 }),
      confirmRequest(portal, { id, linkVersion: 1 }),
    ]);
    assert.deepEqual(
      results.map((result) => result.state),
      ['received', 'received'],
    );
    assert.equal((await portal.sendMails()).length, 1);
    assert.equal((await portal.db('jobs').where({ name: 'team-notice' })).length, 1);
  });

  it('lets one of two requests of the same person count, also at the same moment', async () => {
    const event = await anEvent(portal);
    const input = { email: 'mara@bote.example' };
    const one = await anUnconfirmedRequest(portal, { event, input });
    const two = await anUnconfirmedRequest(portal, { event, input });
    const results = await Promise.all([confirmRequest(portal, one), confirmRequest(portal, two)]);
    const live = await liveOnes();
    assert.equal(live.length, 1);
    assert.deepEqual(
      results.map(({ id }) => id),
      [live[0], live[0]],
    );
  });

  it('leads a second request of the same person to the first', async () => {
    const event = await anEvent(portal);
    const input = { email: 'mara@bote.example' };
    const waiting = await anUnconfirmedRequest(portal, { event, input });
    const first = await aRequest(portal, { event, input });
    assert.equal((await confirmRequest(portal, waiting)).id, first.id);
    assert.equal((await findRequest(portal.db, waiting.id))!.state, 'unconfirmed');
  });

  it('comes too late after 48 hours', async () => {
    const { id } = await anUnconfirmedRequest(portal);
    portal.moveClock(new Date(portal.clock.now().getTime() + 48 * 3600_000));
    await assert.rejects(confirmRequest(portal, { id, linkVersion: 1 }), Gone);
    assert.deepEqual(await liveOnes(), []);
  });

  it('refuses a link whose mailbox was replaced between reading it and confirming', async () => {
    const event = await anEvent(portal);
    const victim = await aRequest(portal, { event, input: { email: 'victim@beispielbote.example' } });
    const asRead = await anUnconfirmedRequest(portal, {
      event,
      input: { email: 'attacker@elsewhere.example' },
    });
    await correctAddress(portal, {
      event,
      request: asRead,
      email: 'victim@beispielbote.example',
      quiet: false,
    });

    await assert.rejects(confirmRequest(portal, asRead), Gone);
    const unproved = { event, input: { email: 'attacker2@elsewhere.example' } };
    const other = await anUnconfirmedRequest(portal, unproved);
    await correctAddress(portal, {
      event,
      request: other,
      email: 'nobody@beispielbote.example',
      quiet: false,
    });
    await assert.rejects(confirmRequest(portal, other), Gone);
    assert.equal((await findRequest(portal.db, other.id))?.confirmedAt, undefined);
    assert.equal((await findRequest(portal.db, victim.id))?.linkVersion, victim.linkVersion);
  });

  it('lets only one of a correction and a confirmation win when both come at once', async () => {
    const event = await anEvent(portal);
    for (let round = 0; round < 5; round += 1) {
      const request = await anUnconfirmedRequest(portal, { event });
      const email = `victim${round}@beispielbote.example`;
      await Promise.allSettled([
        correctAddress(portal, { event, request, email, quiet: false }),
        confirmRequest(portal, request),
      ]);
      const after = await findRequest(portal.db, request.id);
      assert.ok(
        !(after?.confirmedAt && after.email === email),
        'an address nobody proved is never confirmed',
      );
    }
  });
});
