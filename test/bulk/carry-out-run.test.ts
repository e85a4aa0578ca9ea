import assert from 'node:assert/strict';
import { findRequest } from '../../src/accreditation/index.js';
import { carryOutStep } from '../../src/bulk/carry-out-run.js';
import type { Wording } from '../../src/bulk/run.js';
import { getRun } from '../../src/bulk/run-repository.js';
import { steerRun } from '../../src/bulk/steer-run.js';
import { NO_WORDS } from '../../src/decisions/demands.js';
import { decideRequest, type Ruling } from '../../src/decisions/index.js';
import { findBrokenEntry } from '../../src/platform/audit.js';
import { eraseRequest } from '../../src/privacy/index.js';
import type { Member } from '../../src/staff/index.js';
import { anEvent, aRequest, aSlot } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aJudgedRequest, outcomes, planned, ran, runJobs } from './choosing.js';

const AFTER_THE_DELAY = new Date(MORNING.getTime() + 11 * 60_000);
const REJECTION: Wording = {
  reason: 'capacity',
  due: undefined,
  texts: {
    de: { text: 'Alle Plätze sind weg.', limits: '' },
    en: { text: 'All places are gone.', limits: '' },
  },
};
const APPROVAL: Ruling = {
  ...NO_WORDS,
  decision: 'approve',
};

onBothDatabases('a bulk run', (open) => {
  let portal: TestPortal;
  let by: Member;
  before(async () => {
    portal = await open();
    by = await someMember(portal, 'reviewer', { name: 'Ute Ordner' });
  });
  after(() => portal.close());
  beforeEach(() => portal.moveClock(MORNING));

  const stateOf = async (id: number) => (await findRequest(portal.db, id))?.state;
  const lettersTo = async (id: number) =>
    portal.db('outgoing_mails').where({ about: `request:${id}`, after_sent: 'decision' });

  it('decides each request whole: state, history, audit entry and a letter that waits', async () => {
    const requests = [await aJudgedRequest(portal, by), await aJudgedRequest(portal, by)];
    const run = await ran(portal, by, await planned(portal, by, 'approve', requests));
    assert.equal(run.state, 'done');
    for (const { id } of requests) {
      assert.equal(await stateOf(id), 'approved');
      const [letter, ...others] = await lettersTo(id);
      assert.deepEqual([letter.state, others.length], ['waiting', 0]);
      const entry = await portal
        .db('audit_entries')
        .where({ subject: `request:${id}` })
        .orderBy('id', 'desc')
        .first();
      assert.deepEqual([entry.action, entry.actor], ['request.approve', `staff:${by.id}`]);
    }
    const audit = await portal
      .db('audit_entries')
      .where({ subject: `bulk:${run.id}` })
      .orderBy('id');
    assert.deepEqual(
      audit.map(({ action }) => action),
      ['bulk.start', 'bulk.finish'],
    );
    assert.equal(await findBrokenEntry(portal.db), undefined);
  });

  it('leaves out whose event is over or archived, also when it ends between preview and run', async () => {
    const [archived, ends] = [await anEvent(portal), await anEvent(portal)];
    const before = await aJudgedRequest(portal, by, { event: archived });
    const during = await aJudgedRequest(portal, by, { event: ends });
    await portal.db('events').where({ id: archived.id }).update({ state: 'archived' });
    const run = await planned(portal, by, 'approve', [before, during]);
    assert.deepEqual(
      await outcomes(portal, run),
      new Map([
        [before.id, 'skipped:over'],
        [during.id, 'waiting'],
      ]),
    );
    portal.moveClock(ends.endsAt);
    await ran(portal, by, run);
    assert.equal((await outcomes(portal, run)).get(during.id), 'skipped:over');
    assert.equal(await stateOf(during.id), 'received');
  });

  it('leaves out who changed since the preview, and decides the others', async () => {
    const [still, changed] = [await aJudgedRequest(portal, by), await aJudgedRequest(portal, by)];
    const run = await planned(portal, by, 'approve', [still, changed]);
    await portal.db('accreditation_requests').where({ id: changed.id }).increment('version', 1);
    await ran(portal, by, run);
    assert.deepEqual(
      await outcomes(portal, run),
      new Map([
        [still.id, 'done'],
        [changed.id, 'skipped:changed'],
      ]),
    );
    assert.equal(await stateOf(changed.id), 'received');
  });

  it('does not run over a colleague who decided in between', async () => {
    const request = await aJudgedRequest(portal, by);
    const run = await planned(portal, by, 'approve', [request]);
    const colleague = await someMember(portal, 'reviewer');
    const ruling: Ruling = { ...APPROVAL, decision: 'waitlist', reason: 'capacity' };
    await decideRequest(portal, { reference: request.reference, version: undefined, ruling, by: colleague });
    await ran(portal, by, run);
    assert.equal((await outcomes(portal, run)).get(request.id), 'skipped:decisionWaits');
    assert.equal(await stateOf(request.id), 'waitlisted');
  });

  it('writes to everybody in their own language', async () => {
    const event = await anEvent(portal);
    const [german, english] = [
      await aRequest(portal, { event }),
      await aRequest(portal, { event, lang: 'en' }),
    ];
    await ran(portal, by, await planned(portal, by, 'reject', [german, english], REJECTION));
    assert.match((await lettersTo(german.id))[0].body, /Alle Plätze sind weg\./);
    assert.match((await lettersTo(english.id))[0].body, /All places are gone\./);
  });

  it('gives places to those who asked first', async () => {
    const event = await anEvent(portal);
    const slot = await aSlot(portal, event, { capacity: 1 });
    const wishes = { event, slotIds: [slot.id] };
    const first = await aJudgedRequest(portal, by, wishes);
    portal.moveClock(AFTER_THE_DELAY);
    const second = await aJudgedRequest(portal, by, wishes);
    await ran(portal, by, await planned(portal, by, 'approve', [second, first]));
    const granted = await portal.db('request_slots').where({ slot_id: slot.id, state: 'granted' });
    assert.deepEqual(
      granted.map(({ request_id }) => request_id),
      [first.id],
    );
  });

  it('does nothing twice, however often its job runs', async () => {
    const request = await aJudgedRequest(portal, by);
    const run = await ran(portal, by, await planned(portal, by, 'approve', [request]));
    assert.equal(await carryOutStep(portal, run.id), false);
    await portal.db('jobs').where({ name: 'bulk-run' }).update({ state: 'waiting', finished_at: null });
    await runJobs(portal);
    assert.equal((await lettersTo(request.id)).length, 1);
  });

  it('leaves no half decision when one fails in the middle, and gives it another try', async () => {
    const event = await anEvent(portal);
    const [first, broken, last] = [
      await aRequest(portal, { event }),
      await aRequest(portal, { event, lang: 'en' }),
      await aRequest(portal, { event }),
    ];
    const run = await planned(portal, by, 'reject', [first, broken, last], REJECTION);
    // Half a text in one language: the letter is the last thing that can fail before its rows are written.
    await portal.db('letter_versions').insert({
      ...{ key: 'decisions:letters.rejected', number: 1, texts: '{"en":{"subject":"x"}}' },
      ...{ changed_by: by.id, changed_at: MORNING.toISOString() },
    });
    await ran(portal, by, run);
    assert.deepEqual([...(await outcomes(portal, run)).values()], ['done', 'failed:fault', 'done']);
    assert.equal(await stateOf(broken.id), 'received');
    assert.equal((await lettersTo(broken.id)).length, 0);
    await portal.db('letter_versions').delete();
    await steerRun(portal, { id: run.id, step: 'retry', by });
    await runJobs(portal);
    assert.deepEqual([...(await outcomes(portal, run)).values()], ['done', 'done', 'done']);
    assert.equal((await lettersTo(first.id)).length, 1);
  });

  it('goes on where its process died', async () => {
    const requests = [];
    for (let count = 0; count < 23; count += 1) requests.push(await aRequest(portal));
    const run = await planned(portal, by, 'waitlist', requests, { ...REJECTION, reason: 'capacity' });
    await steerRun(portal, { id: run.id, step: 'start', by });
    await carryOutStep(portal, run.id);
    const dead = { state: 'running', lease_owner: 'somebody', lease_until: '2024-01-01T00:00:00.000Z' };
    await portal
      .db('jobs')
      .where({ key: `bulk:${run.id}:1` })
      .update(dead);
    assert.equal((await portal.db('bulk_items').where({ run_id: run.id, state: 'done' })).length, 20);
    await runJobs(portal);
    assert.equal((await getRun(portal.db, run.id)).state, 'done');
    assert.equal((await portal.db('bulk_items').where({ run_id: run.id, state: 'done' })).length, 23);
  });

  it('stops when asked to, and goes on in the name of who resumes it', async () => {
    const request = await aRequest(portal);
    const run = await planned(portal, by, 'waitlist', [request], REJECTION);
    await steerRun(portal, { id: run.id, step: 'start', by });
    await steerRun(portal, { id: run.id, step: 'stop', by });
    await runJobs(portal);
    assert.equal(await stateOf(request.id), 'received');
    const other = await someMember(portal, 'administrator');
    await steerRun(portal, { id: run.id, step: 'resume', by: other });
    await runJobs(portal);
    const entry = await portal
      .db('audit_entries')
      .where({ action: 'request.waitlist', subject: `request:${request.id}` })
      .first();
    assert.equal(entry.actor, `staff:${other.id}`);
  });

  it('stands still when who started it may not decide any more', async () => {
    const request = await aRequest(portal);
    const leaver = await someMember(portal, 'reviewer');
    const run = await planned(portal, leaver, 'waitlist', [request], REJECTION);
    await steerRun(portal, { id: run.id, step: 'start', by: leaver });
    await portal.db('staff').where({ id: leaver.id }).update({ role: 'editor' });
    await runJobs(portal);
    const halted = await getRun(portal.db, run.id);
    assert.deepEqual([halted.state, halted.halted], ['stopped', 'rights']);
    assert.equal(await stateOf(request.id), 'received');
  });

  it('is taken back as a whole while the letters wait, but for what was decided anew or has left', async () => {
    const [back, anew] = [await aRequest(portal), await aRequest(portal)];
    const run = await ran(portal, by, await planned(portal, by, 'waitlist', [back, anew], REJECTION));
    const reference = anew.reference;
    await decideRequest(portal, { reference, version: undefined, ruling: APPROVAL, by });
    await steerRun(portal, { id: run.id, step: 'undo', by });
    await runJobs(portal);
    assert.equal((await getRun(portal.db, run.id)).state, 'undone');
    assert.deepEqual([await stateOf(back.id), await stateOf(anew.id)], ['received', 'approved']);
    assert.deepEqual(
      await outcomes(portal, run),
      new Map([
        [back.id, 'undone'],
        [anew.id, 'done:left'],
      ]),
    );
    assert.equal((await lettersTo(back.id))[0].state, 'cancelled');
  });

  it('hands many to a colleague, and leaves out who is theirs already', async () => {
    const [one, two] = [await aRequest(portal), await aRequest(portal)];
    const wording = { ...REJECTION, reason: '', texts: {}, to: by.id };
    await ran(portal, by, await planned(portal, by, 'assign', [one], wording));
    const run = await ran(portal, by, await planned(portal, by, 'assign', [one, two], wording));
    assert.deepEqual(
      await outcomes(portal, run),
      new Map([
        [one.id, 'skipped:same'],
        [two.id, 'done'],
      ]),
    );
    assert.equal((await findRequest(portal.db, two.id))?.assignedTo, by.id);
  });

  it('forgets a request that is erased', async () => {
    const request = await aRequest(portal);
    const run = await planned(portal, by, 'waitlist', [request], REJECTION);
    await eraseRequest(portal, request.id);
    assert.equal((await ran(portal, by, run)).state, 'done');
    assert.equal((await outcomes(portal, run)).size, 0);
  });
});
