import assert from 'node:assert/strict';
import { addHistory, changeRequest, type RequestChange } from '../../src/accreditation/index.js';
import type { Event } from '../../src/events/index.js';
import { eraseRequest } from '../../src/privacy/index.js';
import { countMatching, countTabs } from '../../src/queue/count-repository.js';
import type { Filters } from '../../src/queue/filters.js';
import { findPlace, listQueue, walkMatching } from '../../src/queue/queue-repository.js';
import { anEvent, aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const OPEN: Filters = { tab: 'open', sort: 'waiting' };
const ASKER = { memberId: 1, now: MORNING };
const ENTRY = { actor: 'applicant', actorName: '', details: {}, at: MORNING, shownAt: MORNING };
const minutesLater = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);

onBothDatabases('the queue', (open) => {
  let portal: TestPortal;
  let event: Event;
  beforeEach(async () => {
    portal = await open();
    event = await anEvent(portal);
  });
  afterEach(() => portal.close());

  /** Confirmed one minute after the other, in the order of the names. */
  async function arrive(...people: [string, RequestChange?][]) {
    const made = [];
    for (const [at, [lastName, change]] of people.entries()) {
      portal.moveClock(minutesLater(at));
      const request = await aRequest(portal, { event, input: { lastName } });
      made.push(change ? await changeRequest(portal.db, request, change, minutesLater(at)) : request);
    }
    return made;
  }
  const names = async (filters: Filters, slice: Partial<Parameters<typeof listQueue>[3]> = {}, me = 1) =>
    (await listQueue(portal.db, filters, { memberId: me, now: MORNING }, { limit: 25, ...slice })).map(
      ({ lastName }) => lastName,
    );

  it('puts the longest waiting first over all open states, and the newest first on wish', async () => {
    await arrive(
      ['Eins', { state: 'in_review' }],
      ['Zwei'],
      ['Drei', { state: 'approved' }],
      ['Vier', { state: 'waitlisted' }],
    );
    assert.deepEqual(await names(OPEN), ['Eins', 'Zwei', 'Vier']);
    assert.deepEqual(await names({ ...OPEN, sort: 'newest' }), ['Vier', 'Zwei', 'Eins']);
  });

  it('pages behind a request, and backwards from it, in both orders', async () => {
    const [, zwei] = await arrive(['Eins', { state: 'in_review' }], ['Zwei'], ['Drei']);
    const place = await findPlace(portal.db, zwei!.reference.toLowerCase());
    assert.deepEqual(await names(OPEN, { after: place }), ['Drei']);
    assert.deepEqual(await names(OPEN, { before: place }), ['Eins']);
    assert.deepEqual(await names({ ...OPEN, sort: 'newest' }, { after: place }), ['Eins']);
  });

  it('puts what was answered before everything else, and pages across it in both directions', async () => {
    const [eins, , drei, vier] = await arrive(
      ['Eins'],
      ['Zwei', { state: 'waitlisted' }],
      ['Drei', { state: 'in_review' }],
      ['Vier', { state: 'in_review' }],
    );
    for (const { id } of [drei!, vier!])
      await addHistory(portal.db, id, { ...ENTRY, step: 'answer', state: 'in_review' });
    const all = ['Drei', 'Vier', 'Eins', 'Zwei'];
    assert.deepEqual(await names(OPEN), all);
    assert.deepEqual(await names({ ...OPEN, sort: 'newest' }), ['Vier', 'Drei', 'Zwei', 'Eins']);
    for (const [request, before, after] of [
      [drei!, [], ['Vier', 'Eins', 'Zwei']],
      [vier!, ['Drei'], ['Eins', 'Zwei']],
      [eins!, ['Vier', 'Drei'], ['Zwei']],
    ] as const) {
      const place = await findPlace(portal.db, request.reference);
      assert.deepEqual(await names(OPEN, { before: place }), before);
      assert.deepEqual(await names(OPEN, { after: place }), after);
    }
    const walked: number[][] = [];
    for await (const batch of walkMatching(portal.db, OPEN, ASKER, 1)) walked.push(batch);
    assert.deepEqual(walked.flat().slice(0, 3), [drei!.id, vier!.id, eins!.id]);
  });

  it('keeps two that came in the same instant apart by their number', async () => {
    const twins = [await aRequest(portal, { event }), await aRequest(portal, { event })];
    const place = await findPlace(portal.db, twins[0]!.reference);
    const [next, ...none] = await listQueue(
      portal.db,
      OPEN,
      { memberId: 1, now: MORNING },
      { after: place, limit: 5 },
    );
    assert.equal(next?.reference, twins[1]?.reference);
    assert.deepEqual(none, []);
  });

  it('lists an answer apart from what is in review without one', async () => {
    const [answered] = await arrive(['Antwort', { state: 'in_review' }], ['Prüfung', { state: 'in_review' }]);
    const entry = { actor: 'applicant', actorName: '', details: {}, at: MORNING, shownAt: MORNING };
    await addHistory(portal.db, answered!.id, { step: 'answer', state: 'in_review', ...entry });
    assert.deepEqual(await names({ ...OPEN, tab: 'answered' }), ['Antwort']);
    assert.deepEqual(await names({ ...OPEN, tab: 'in_review' }), ['Prüfung']);
  });

  it('shows an approval that was changed among the open ones, and under a tab of its own', async () => {
    await arrive(
      ['Ruhig', { state: 'approved' }],
      ['Geändert', { state: 'approved', needsReapproval: true }],
    );
    assert.deepEqual(await names(OPEN), ['Geändert']);
    assert.deepEqual(await names({ ...OPEN, tab: 'changed' }), ['Geändert']);
    assert.deepEqual(await names({ ...OPEN, tab: 'approved' }), ['Ruhig', 'Geändert']);
  });

  it('narrows by event, outlet type, work area, assignee and text', async () => {
    const me = await someMember(portal, 'reviewer');
    await aRequest(portal, { event: await anEvent(portal) });
    await aRequest(portal, { event, input: { lastName: 'Foto', outletType: 'photo', workArea: 'photo' } });
    const request = await aRequest(portal, { event, input: { lastName: '100%_Muster' } });
    await changeRequest(portal.db, request, { assignedTo: me.id }, MORNING);
    const own = { ...OPEN, eventId: event.id };
    assert.equal((await names(own)).length, 2);
    assert.deepEqual(await names({ ...OPEN, outletType: 'photo' }), ['Foto']);
    assert.deepEqual(await names({ ...OPEN, workArea: 'photo' }), ['Foto']);
    assert.deepEqual(await names({ ...OPEN, assigned: 'me' }, {}, me.id), ['100%_Muster']);
    assert.deepEqual(await names({ ...own, assigned: 'nobody' }), ['Foto']);
    assert.deepEqual(await names({ ...OPEN, search: '100%_m' }), ['100%_Muster']);
    assert.deepEqual(await names({ ...OPEN, search: '1_0' }), []);
    assert.deepEqual(await names({ ...OPEN, search: request.reference.toLowerCase() }), ['100%_Muster']);
    assert.equal(
      await countMatching(portal.db, { ...own, assigned: 'nobody' }, { memberId: me.id, now: MORNING }),
      1,
    );
  });

  it('finds words in names, outlet, reference, e-mail, notes and messages, together with other filters', async () => {
    const request = await aRequest(portal, {
      event,
      input: { lastName: 'Müller', outletName: 'Straßenbote', email: 'm@probe-verlag.example' },
    });
    await aRequest(portal, { event, input: { lastName: 'Moller', outletType: 'photo' } });
    const row = { request_id: request.id, author: 'x', at: MORNING.toISOString() };
    await portal.db('request_notes').insert({ ...row, text: 'Rückruf am Dienstag' });
    await portal
      .db('request_messages')
      .insert({ ...row, direction: 'to_applicant', text: 'Bitte die Rückseite senden' });
    for (const search of [
      'mueller',
      'Muller',
      'MÜL',
      'strassen mull',
      'probe-verlag',
      request.reference,
      'ruckruf',
      'rueckseite',
      '"müller*" (:&|!',
    ])
      assert.deepEqual(await names({ ...OPEN, search }), ['Müller'], search);
    assert.deepEqual(await names({ ...OPEN, search: 'müller OR moller' }), []);
    assert.deepEqual(await names({ ...OPEN, search: 'moller', outletType: 'photo' }), ['Moller']);
    assert.deepEqual(await names({ ...OPEN, search: 'moller', outletType: 'print' }), []);
    assert.deepEqual(await names({ ...OPEN, search: '---' }), []);
    assert.equal((await countTabs(portal.db, { ...OPEN, search: 'm' }, ASKER)).received, 2);
  });

  it('forgets the words of an erased request, and those of an old name', async () => {
    const request = await aRequest(portal, { event, input: { lastName: 'Altname' } });
    const { id: _id, ...input } = { ...request, lastName: 'Neuname' };
    await changeRequest(portal.db, request, { input }, MORNING);
    assert.deepEqual(await names({ ...OPEN, search: 'altname' }), []);
    assert.deepEqual(await names({ ...OPEN, search: 'neuname' }), ['Neuname']);
    await eraseRequest(portal, request.id);
    const left = await portal.db('request_words').select(portal.db.raw('words'));
    assert.doesNotMatch(JSON.stringify(left), /neuname/i);
  });

  it('narrows to what waits longer than some days, to what was answered, and to what is late', async () => {
    const [eins] = await arrive(['Eins', { state: 'in_review' }], ['Zwei'], ['Drei', { state: 'approved' }]);
    await addHistory(portal.db, eins!.id, { step: 'answer', state: 'in_review', ...ENTRY });
    const at = (now: Date) => async (filters: Partial<Filters>) => {
      const found = await listQueue(
        portal.db,
        { ...OPEN, tab: 'all', ...filters },
        { memberId: 1, now },
        { limit: 9 },
      );
      return found.map(({ lastName }) => lastName);
    };
    const dayLater = new Date(minutesLater(1).getTime() + 86_400_000);
    assert.deepEqual(await at(dayLater)({ waitingDays: 1 }), ['Eins']);
    assert.deepEqual(await at(dayLater)({ hasAnswer: true }), ['Eins']);
    assert.deepEqual(await at(event.answerBy)({ late: true }), []);
    assert.deepEqual(await at(new Date(event.answerBy.getTime() + 1))({ late: true }), ['Eins', 'Zwei']);
    assert.deepEqual(await at(dayLater)({ tab: 'rejected', late: true }), []);
  });

  it('walks all that match in batches, in the order of the list, also while they are decided', async () => {
    const requests = await arrive(['Eins'], ['Zwei'], ['Drei', { state: 'approved' }], ['Vier'], ['Fünf']);
    const batches: number[][] = [];
    for await (const ids of walkMatching(portal.db, OPEN, ASKER, 2)) {
      batches.push(ids);
      for (const request of requests.filter(({ id }) => ids.includes(id)))
        await changeRequest(portal.db, request, { state: 'rejected' }, MORNING);
    }
    const [one, two, , four, five] = requests.map(({ id }) => id);
    assert.deepEqual(batches, [
      [one, two],
      [four, five],
    ]);
    assert.equal(await countMatching(portal.db, OPEN, ASKER), 0);
  });
});
