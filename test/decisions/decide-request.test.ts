import assert from 'node:assert/strict';
import { findRequest, listHistory, listMessages, listSlotWishes } from '../../src/accreditation/index.js';
import { decideRequest } from '../../src/decisions/decide-request.js';
import { NO_WORDS, type Ruling } from '../../src/decisions/demands.js';
import { Conflict } from '../../src/platform/errors.js';
import { listMailsAbout } from '../../src/platform/outbox-repository.js';
import type { Member } from '../../src/staff/index.js';
import { undoDecision } from '../../src/undo/undo-decision.js';
import { anEvent, aRequest, aSlot } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const APPROVAL: Ruling = { ...NO_WORDS, decision: 'approve' };
const REJECTION: Ruling = {
  ...APPROVAL,
  decision: 'reject',
  reason: 'no_proof',
  text: 'Der Link führt ins Leere.',
};
const ENQUIRY: Ruling = {
  ...APPROVAL,
  decision: 'enquire',
  reason: 'card_unreadable',
  text: 'Bitte ohne Spiegelung.',
  due: new Date('2024-10-13T21:59:00Z'),
};
const AFTER_THE_DELAY = new Date(MORNING.getTime() + 11 * 60_000);

onBothDatabases('deciding a request', (open) => {
  let portal: TestPortal;
  let by: Member;
  beforeEach(async () => {
    portal = await open();
    by = await someMember(portal, 'reviewer', { name: 'Ute Ordner' });
  });
  afterEach(() => portal.close());

  const decide = (reference: string, ruling: Ruling, version?: number, member = by) =>
    decideRequest(portal, { reference, version, ruling, by: member });
  const decisionMails = async (id: number) =>
    (await listMailsAbout(portal.db, `request:${id}`)).filter(({ afterSent }) => afterSent === 'decision');

  it('saves state, history, audit entry and a letter that waits for the undo delay', async () => {
    const { id, reference, lang } = await aRequest(portal);
    const decided = await decide(reference, REJECTION);
    assert.equal(decided.state, 'rejected');
    assert.equal(decided.shownState, 'received');
    assert.equal(decided.decisionReason, 'no_proof');
    const entry = (await listHistory(portal.db, id)).at(-1);
    assert.deepEqual(
      [entry?.step, entry?.actorName, entry?.details.reason, entry?.shownAt],
      ['reject', 'Ute Ordner', 'no_proof', undefined],
    );
    const [mail] = await decisionMails(id);
    assert.equal(mail?.lang, lang);
    assert.equal(mail?.notBefore.getTime(), MORNING.getTime() + 10 * 60_000);
    const audit = await portal.db('audit_entries').orderBy('id', 'desc').first();
    assert.equal(audit.action, 'request.reject');
    assert.deepEqual(JSON.parse(audit.details), { from: 'received', to: 'rejected', reason: 'no_proof' });
  });

  it('lets nobody in when the event is over or archived; a rejection is still an answer', async () => {
    const over = { status: 409, message: 'decisions:errors.over' };
    const archived = await aRequest(portal);
    await portal.db('events').where({ id: archived.eventId }).update({ state: 'archived' });
    await assert.rejects(decide(archived.reference, APPROVAL), over);
    const { id, reference } = await aRequest(portal);
    portal.moveClock(new Date('2024-10-24T15:00:00Z'));
    await assert.rejects(decide(reference, APPROVAL), over);
    await assert.rejects(
      decide(reference, { ...APPROVAL, decision: 'approve_limited', limits: 'Nur Saal 1.' }),
      over,
    );
    assert.equal((await findRequest(portal.db, id))?.state, 'received');
    assert.equal((await decide(reference, REJECTION)).state, 'rejected');
  });

  it('shows the decision to the applicant only when its letter has left', async () => {
    const { id, reference } = await aRequest(portal);
    await decide(reference, REJECTION);
    assert.equal((await findRequest(portal.db, id))?.shownState, 'received');
    portal.moveClock(AFTER_THE_DELAY);
    await portal.sendMails();
    assert.equal((await findRequest(portal.db, id))?.shownState, 'rejected');
    assert.deepEqual((await listHistory(portal.db, id)).at(-1)?.shownAt, AFTER_THE_DELAY);
  });

  it('writes to the applicant in their language, with reason, text, legal basis and the personal link', async () => {
    const request = await aRequest(portal, { lang: 'en' });
    await decide(request.reference, REJECTION);
    portal.moveClock(AFTER_THE_DELAY);
    const letter = (await portal.sendMails()).find(
      ({ subject }) => subject === `Your application ${request.reference} for accreditation`,
    );
    assert.match(letter?.text ?? '', /no proof of your journalistic work[\s\S]*Der Link führt ins Leere/);
    assert.match(letter?.text ?? '', /https:\/\/press\.example\/en\/accreditation\/\w+\.1\.[\w-]{32}/);
  });

  it('awaits the answer to an enquiry until the end of a day, without a zone', async () => {
    const request = await aRequest(portal);
    await decide(request.reference, ENQUIRY);
    const [mail] = await decisionMails(request.id);
    assert.match(mail!.body, /antworten Sie bis einschließlich 13\.\u00A0Oktober 2024 über/);
  });

  it('names the date of the answer to who waits, until that date is over', async () => {
    const waitlist: Ruling = { ...APPROVAL, decision: 'waitlist', reason: 'capacity' };
    const promise = /erfahren Sie spätestens am 23\.\u00A0Oktober 2024, 12:00\u00A0Uhr/;
    const early = await aRequest(portal);
    await decide(early.reference, waitlist);
    assert.match((await decisionMails(early.id))[0]!.body, promise);
    const late = await aRequest(portal);
    portal.moveClock(new Date('2024-10-23T10:00:00Z'));
    await decide(late.reference, waitlist);
    assert.doesNotMatch((await decisionMails(late.id))[0]!.body, promise);
  });

  it('sends badge and calendar entry with an approval, and stands as approved on the status page', async () => {
    const { id, reference } = await aRequest(portal);
    await decide(reference, APPROVAL);
    portal.moveClock(AFTER_THE_DELAY);
    const letter = (await portal.sendMails()).find(({ attachments }) => attachments.length > 0);
    assert.deepEqual(letter?.attachments.map(({ contentType }) => contentType.split(';')[0]).sort(), [
      'application/pdf',
      'text/calendar',
    ]);
    assert.equal((await findRequest(portal.db, id))?.shownState, 'approved');
  });

  it('puts a further enquiry with its text block into the thread and notes the day of the answer', async () => {
    const { id, reference } = await aRequest(portal);
    const decided = await decide(reference, ENQUIRY);
    assert.equal(decided.state, 'info_requested');
    assert.deepEqual(decided.enquiryDueAt, ENQUIRY.due);
    const [message] = await listMessages(portal.db, id);
    assert.deepEqual([message?.direction, message?.shownAt], ['to_applicant', undefined]);
    assert.match(message?.text ?? '', /dürfen geschwärzt sein\.\nBitte ohne Spiegelung\.$/);
    portal.moveClock(AFTER_THE_DELAY);
    await portal.sendMails();
    assert.deepEqual((await listMessages(portal.db, id))[0]?.shownAt, AFTER_THE_DELAY);
  });

  it('lets the first of two reviewers decide at once, and nobody is written to twice', async () => {
    const { id, reference, version } = await aRequest(portal);
    const other = await someMember(portal, 'reviewer');
    const results = await Promise.allSettled([
      decide(reference, REJECTION, version),
      decide(reference, APPROVAL, version, other),
    ]);
    const failures = results.filter((result) => result.status === 'rejected');
    assert.equal(failures.length, 1);
    assert.ok(failures[0]?.reason instanceof Conflict);
    assert.equal((await decisionMails(id)).length, 1);
  });

  it('refuses a decision on an older version, even where the state would allow it', async () => {
    const { reference, version } = await aRequest(portal);
    await decide(reference, { ...APPROVAL, decision: 'waitlist', reason: 'capacity' }, version);
    await assert.rejects(decide(reference, REJECTION, version), Conflict);
  });

  it('refuses what the state does not allow', async () => {
    const { reference } = await aRequest(portal);
    const revocation: Ruling = { ...REJECTION, decision: 'revoke', reason: 'security' };
    await assert.rejects(decide(reference, revocation), Conflict);
    await decide(reference, REJECTION);
    await assert.rejects(decide(reference, APPROVAL), Conflict);
  });

  it('keeps the earlier letter in when a second decision follows before it left', async () => {
    const { id, reference } = await aRequest(portal);
    await decide(reference, ENQUIRY);
    await decide(reference, REJECTION);
    assert.deepEqual(
      (await decisionMails(id)).map(({ state }) => state),
      ['cancelled', 'waiting'],
    );
    const restored = await undoDecision(portal, { reference, by });
    assert.equal(restored.state, 'received');
  });

  it('never shows the applicant what was undone', async () => {
    const { id, reference } = await aRequest(portal);
    await decide(reference, ENQUIRY);
    await undoDecision(portal, { reference, by });
    await decide(reference, REJECTION);
    portal.moveClock(AFTER_THE_DELAY);
    await portal.sendMails();
    const shown = (await listHistory(portal.db, id)).filter(({ shownAt }) => shownAt).map(({ step }) => step);
    assert.deepEqual(shown.slice(-1), ['reject']);
    assert.ok(!shown.includes('enquire') && !shown.includes('undo'));
    assert.equal((await listMessages(portal.db, id))[0]?.shownAt, undefined);
  });

  it('grants wished slots while they have room and declines the rest', async () => {
    const event = await anEvent(portal);
    const [wide, narrow] = [await aSlot(portal, event), await aSlot(portal, event, { capacity: 1 })];
    const wishes = { event, slotIds: [wide.id, narrow.id] };
    const [first, second] = [await aRequest(portal, wishes), await aRequest(portal, wishes)];
    await decide(first.reference, APPROVAL);
    await decide(second.reference, APPROVAL);
    assert.deepEqual(
      (await listSlotWishes(portal.db, second.id)).map(({ state }) => state),
      ['granted', 'declined'],
    );
  });

  it('never grants one place twice, also not to two at once', async () => {
    const event = await anEvent(portal);
    const slot = await aSlot(portal, event, { capacity: 1 });
    const wishes = { event, slotIds: [slot.id] };
    const requests = [await aRequest(portal, wishes), await aRequest(portal, wishes)];
    const ticked = { ...APPROVAL, slots: [slot.id] };
    const results = await Promise.allSettled(requests.map(({ reference }) => decide(reference, ticked)));
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const granted = await portal.db('request_slots').where({ state: 'granted' });
    assert.equal(granted.length, 1);
  });
});
