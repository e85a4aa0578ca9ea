import assert from 'node:assert/strict';
import { changeRequest, findRequest, listHistory, listSlotWishes } from '../../src/accreditation/index.js';
import { decideRequest } from '../../src/decisions/decide-request.js';
import { NO_WORDS, type Ruling } from '../../src/decisions/demands.js';
import { Conflict } from '../../src/platform/errors.js';
import { changeMail, claimMail, listMailsAbout } from '../../src/platform/outbox-repository.js';
import { answerEnquiry } from '../../src/selfservice/answer-enquiry.js';
import type { Member } from '../../src/staff/index.js';
import { undoDecision } from '../../src/undo/undo-decision.js';
import { anEvent, aRequest, aSlot } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const APPROVAL: Ruling = { ...NO_WORDS, decision: 'approve' };

onBothDatabases('undoing a decision', (open) => {
  let portal: TestPortal;
  let by: Member;
  beforeEach(async () => {
    portal = await open();
    by = await someMember(portal, 'reviewer');
  });
  afterEach(() => portal.close());

  it('restores state, decision and slots, keeps the letter in, and says so in history and audit log', async () => {
    const event = await anEvent(portal);
    const slot = await aSlot(portal, event);
    const { id, reference } = await aRequest(portal, { event, slotIds: [slot.id] });
    await decideRequest(portal, { reference, version: undefined, ruling: APPROVAL, by });
    const restored = await undoDecision(portal, { reference, by });
    assert.deepEqual(
      [restored.state, restored.decision, restored.decidedAt],
      ['received', undefined, undefined],
    );
    assert.equal((await listSlotWishes(portal.db, id))[0]?.state, 'wished');
    assert.equal((await listHistory(portal.db, id)).at(-1)?.step, 'undo');
    const mails = await listMailsAbout(portal.db, `request:${id}`);
    assert.equal(mails.at(-1)?.state, 'cancelled');
    const audit = await portal.db('audit_entries').orderBy('id', 'desc').first('action');
    assert.equal(audit.action, 'request.undo');
  });

  it('gives nobody else the place of a revoked person until the letter has left: undone, there would be one too many', async () => {
    const event = await anEvent(portal);
    const slot = await aSlot(portal, event, { capacity: 1 });
    const [first, second] = [
      await aRequest(portal, { event, slotIds: [slot.id] }),
      await aRequest(portal, { event, slotIds: [slot.id] }),
    ];
    const decide = ({ reference }: { reference: string }, ruling: Ruling) =>
      decideRequest(portal, { reference, version: undefined, ruling, by });
    await decide(first, APPROVAL);
    await portal.sendMails(new Date(MORNING.getTime() + 3600_000));
    const fact = { text: 'Der Ausweis ist gefälscht.', knownOn: '2024-10-10' };
    await decide(first, { ...APPROVAL, decision: 'revoke', reason: 'misuse', text: 'Abgewogen.', fact });
    await decide(second, APPROVAL);
    assert.equal((await listSlotWishes(portal.db, second.id))[0]?.state, 'declined');
    await undoDecision(portal, { reference: first.reference, by });
    assert.equal((await listSlotWishes(portal.db, first.id))[0]?.state, 'granted');
  });

  it('gives nobody else a place that a new decision took away until its letter has left', async () => {
    const event = await anEvent(portal);
    const slot = await aSlot(portal, event, { capacity: 1 });
    const wishing = () => aRequest(portal, { event, slotIds: [slot.id] });
    const [first, second, third] = [await wishing(), await wishing(), await wishing()];
    const decide = ({ reference }: { reference: string }, slots?: number[]) =>
      decideRequest(portal, { reference, version: undefined, ruling: { ...APPROVAL, slots }, by });
    const wishOf = async ({ id }: { id: number }) => (await listSlotWishes(portal.db, id))[0]?.state;
    const takeAway = async () => {
      const request = (await findRequest(portal.db, first.id))!;
      await changeRequest(portal.db, request, { needsReapproval: true }, MORNING);
      await decide(first, []);
    };
    await decide(first);
    await portal.sendMails(new Date(MORNING.getTime() + 3600_000));
    await takeAway();
    await assert.rejects(decide(second, [slot.id]), { message: 'decisions:errors.slotFull' });
    await decide(second);
    await undoDecision(portal, { reference: first.reference, by });
    assert.deepEqual([await wishOf(first), await wishOf(second)], ['granted', 'declined']);
    await takeAway();
    await portal.sendMails(new Date(MORNING.getTime() + 7200_000));
    await decide(third);
    assert.equal(await wishOf(third), 'granted', 'nobody can bring it back any more');
  });

  it('brings back an approval that was to be decided anew', async () => {
    const received = await aRequest(portal);
    const { reference } = await changeRequest(
      portal.db,
      received,
      {
        state: 'approved',
        shownState: 'approved',
        needsReapproval: true,
        decision: { decision: 'approve', reason: '', text: '', limits: '', at: MORNING },
      },
      MORNING,
    );
    await decideRequest(portal, { reference, version: undefined, ruling: APPROVAL, by });
    const restored = await undoDecision(portal, { reference, by });
    assert.deepEqual(
      [restored.state, restored.needsReapproval, restored.decision],
      ['approved', true, 'approve'],
    );
  });

  it('keeps an answer that came while the letter waited', async () => {
    const { id, reference } = await aRequest(portal);
    const decide = (ruling: Ruling) => decideRequest(portal, { reference, version: undefined, ruling, by });
    const due = new Date('2024-10-13T21:59:00Z');
    await decide({ ...APPROVAL, decision: 'enquire', text: 'Bitte den Auftrag.', due });
    await portal.sendMails(new Date(MORNING.getTime() + 3600_000));
    await decide({ ...APPROVAL, decision: 'reject', reason: 'no_proof', text: 'Es fehlt.' });
    await answerEnquiry(portal, id, { text: 'Hier ist er.', upload: undefined, submission: 'answer' });
    const restored = await undoDecision(portal, { reference, by });
    assert.deepEqual([restored.state, restored.enquiryDueAt], ['in_review', undefined]);
  });

  it('decides nothing anew while the letter before is on its way: tried again, it would arrive last', async () => {
    const { id, reference } = await aRequest(portal);
    const decide = (ruling: Ruling) => decideRequest(portal, { reference, version: undefined, ruling, by });
    await decide({ ...APPROVAL, decision: 'waitlist', reason: 'capacity' });
    const letter = (await listMailsAbout(portal.db, `request:${id}`)).at(-1)!;
    await claimMail(portal.db, letter.id, 'test', new Date(), new Date(Date.now() + 60_000));
    await assert.rejects(decide(APPROVAL), { status: 409, message: 'undo:letterLeaves' });
    await changeMail(portal.db, letter.id, { step: 'postpone', at: MORNING, error: '451 later' });
    await decide(APPROVAL);
    const sent = await portal.sendMails(new Date(MORNING.getTime() + 3600_000));
    assert.equal(
      sent.some(({ subject }) => /Warteliste/.test(subject)),
      false,
    );
    assert.equal((await findRequest(portal.db, id))?.shownState, 'approved');
  });

  it('takes back the decision that was seen, not one that a colleague made since', async () => {
    const { id, reference } = await aRequest(portal);
    const decide = (ruling: Ruling) => decideRequest(portal, { reference, version: undefined, ruling, by });
    const letterId = async () => (await listMailsAbout(portal.db, `request:${id}`)).at(-1)!.id;
    await decide(APPROVAL);
    const seen = await letterId();
    await portal.sendMails(new Date(MORNING.getTime() + 3600_000));
    await changeRequest(portal.db, (await findRequest(portal.db, id))!, { needsReapproval: true }, MORNING);
    await decide(APPROVAL);
    await assert.rejects(undoDecision(portal, { reference, by, mailId: seen }), Conflict);
    await undoDecision(portal, { reference, by, mailId: await letterId() });
  });

  it('refuses when the letter has left, and where nothing was decided', async () => {
    const { reference } = await aRequest(portal);
    await assert.rejects(undoDecision(portal, { reference, by }), Conflict);
    await decideRequest(portal, { reference, version: undefined, ruling: APPROVAL, by });
    await portal.sendMails(new Date(MORNING.getTime() + 3600_000));
    await assert.rejects(undoDecision(portal, { reference, by }), Conflict);
  });
});
