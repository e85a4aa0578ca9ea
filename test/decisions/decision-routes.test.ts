import assert from 'node:assert/strict';
import { type AccreditationRequest, findRequest } from '../../src/accreditation/index.js';
import { listMailsAbout } from '../../src/platform/outbox-repository.js';
import { anEvent, aRequest, aSlot } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

type Desk = Awaited<ReturnType<typeof signInAs>>;

describe('deciding at the desk', () => {
  let portal: TestPortal;
  let desk: Desk;
  let request: AccreditationRequest;
  let page: string;
  beforeEach(async () => {
    portal = await openPortal();
    desk = await signInAs(portal, 'reviewer');
    request = await aRequest(portal, { input: { lastName: 'Musterfeld' } });
    page = `/staff/requests/${request.reference}`;
  });
  afterEach(() => portal.close());

  const stateOf = async ({ id }: AccreditationRequest) => (await findRequest(portal.db, id))?.state;
  const decide = (fields: Record<string, string | string[]>, browser: Desk = desk) =>
    browser.send(page, fields, `${page}/decision`);

  it('approves with one click and goes on to the next open request with a way back', async () => {
    const next = await aRequest(portal);
    const answer = await decide({ decision: 'approve' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, `/staff/requests/${next.reference}?decided=${request.reference}`);
    const following = await desk.visit(answer.headers.location!);
    assert.match(following.text, /Mara Musterfeld: Zugelassen\..*in 10 Minuten hinaus/);
    assert.match(following.text, new RegExp(`action="${page}/undo"`));
    assert.equal(await stateOf(request), 'approved');
  });

  it('offers no approval when the event is over, says why, and keeps what was typed until then', async () => {
    const limited = { limits: 'Nur im Foyer.' };
    const form = `${page}/decide/approve_limited`;
    assert.match((await desk.visit(form)).text, /name="limits"/);
    const early = await desk.visit(page);
    portal.moveClock(new Date('2024-10-24T15:00:00Z'));
    const sentence = /Veranstaltung ist vorbei oder archiviert: Zugelassen wird niemand mehr/;
    for (const path of [form, `${page}/decision`]) {
      const refused = await desk.send(form, { decision: 'approve_limited', ...limited }, path);
      assert.equal(refused.status, 409, path);
      assert.match(refused.text, sentence);
      assert.match(refused.text, /Nur im Foyer\./);
    }
    assert.equal((await decide({ decision: 'approve' })).status, 409);
    const late = await desk.visit(page);
    assert.match(early.text, /value="approve"/);
    assert.doesNotMatch(late.text, /value="approve"/);
    assert.match(late.text, sentence);
    assert.match(late.text, /decide\/reject/);
    assert.equal(await stateOf(request), 'received');
  });

  it('goes back to the list when nothing is left, and undoes from there', async () => {
    const answer = await decide({ decision: 'approve' });
    assert.equal(answer.headers.location, `/staff/requests?decided=${request.reference}`);
    assert.match(
      (await desk.visit(answer.headers.location!)).text,
      /Das war der letzte Antrag dieser Liste\./,
    );
    const undone = await desk.send(answer.headers.location!, {}, `${page}/undo`);
    assert.equal(undone.headers.location, page);
    assert.match((await desk.visit(page)).text, /ist rückgängig gemacht\. Es ging kein Schreiben hinaus/);
    assert.equal(await stateOf(request), 'received');
  });

  it('lets keys begin in the form, but not where a letter or a message is to be read first', async () => {
    const begins = async (visited: Promise<{ text: string }>) => /data-begins/.test((await visited).text);
    assert.equal(await begins(desk.visit(`${page}/decide/reject`)), true);
    assert.equal(await begins(desk.visit(`${page}/decide/approve`)), false, 'the letter');
    const sendReject = (text: string) =>
      desk.send(`${page}/decide/reject`, { reason: 'no_proof', text }, `${page}/decide/reject`);
    assert.equal(await begins(sendReject('')), false, 'what is missing');
    assert.equal(await begins(sendReject('Der Link führt ins Leere.')), false, 'the preview');
    assert.equal(await begins(desk.visit(`${page}/decide/revoke`)), false, 'not possible here');
  });

  it('accepts the bare fields of the contract', async () => {
    const answer = await decide({
      decision: 'reject',
      reason: 'no_proof',
      text: 'Der Link führt ins Leere.',
    });
    assert.equal(answer.status, 303);
    assert.equal(await stateOf(request), 'rejected');
  });

  const INCOMPLETE: [string, Record<string, string>, RegExp][] = [
    ['a rejection without a reason', { decision: 'reject', text: 'x' }, /href="#reason"/],
    ['a rejection without a text', { decision: 'reject', reason: 'no_proof' }, /href="#text"/],
    [
      'a reason of another decision',
      { decision: 'reject', reason: 'house_rules', text: 'x' },
      /href="#reason"/,
    ],
    ['a waiting list without a reason', { decision: 'waitlist' }, /href="#reason"/],
    ['limits without a limit', { decision: 'approve_limited' }, /href="#limits"/],
    ['an enquiry that asks nothing', { decision: 'enquire' }, /href="#text"/],
    [
      'an enquiry with a day that is over',
      { decision: 'enquire', text: 'x', due: '2024-10-09' },
      /href="#due"/,
    ],
  ];
  for (const [name, fields, expected] of INCOMPLETE) {
    it(`refuses ${name}, with a message at the field`, async () => {
      const answer = await decide(fields);
      assert.equal(answer.status, 400);
      assert.match(answer.text, expected);
      assert.equal(await stateOf(request), 'received');
    });
  }

  it('keeps everything typed when something is missing', async () => {
    const answer = await decide({ decision: 'reject', text: 'Abgewogen habe ich <dies> & das.' });
    assert.match(answer.text, /Abgewogen habe ich &lt;dies&gt; &amp; das\./);
  });

  it('refuses a decision nobody knows', async () => {
    assert.equal((await decide({ decision: 'promote' })).status, 400);
    assert.equal((await desk.visit(`${page}/decide/promote`)).status, 404);
  });

  it('shows the letter exactly as it will be sent, and decides nothing', async () => {
    const fields = { reason: 'no_proof', text: 'Der Link führt ins Leere.' };
    const preview = await desk.send(`${page}/decide/reject`, fields);
    assert.equal(preview.status, 200);
    assert.match(preview.text, /lehnen wir ab\.[\s\S]*keinen Nachweis[\s\S]*Der Link führt ins Leere\./);
    assert.match(preview.text, /\[persönlicher Link, wird beim Versand eingesetzt\]/);
    assert.equal(await stateOf(request), 'received');

    await decide({ decision: 'reject', ...fields });
    const [letter] = (await listMailsAbout(portal.db, `request:${request.id}`)).filter(
      ({ afterSent }) => afterSent,
    );
    for (const paragraph of letter!.body.replaceAll('{link}', '').trim().split(/\n\n+/).slice(0, 3))
      assert.ok(preview.text.includes(paragraph.split('\n')[0]!.replaceAll('„', '„')), paragraph);
  });

  it('asks by Monday where no day was named and the third day is a Sunday', async () => {
    await decide({ decision: 'enquire', text: 'Bitte senden Sie den Auftrag.' });
    assert.deepEqual(
      (await findRequest(portal.db, request.id))?.enquiryDueAt,
      new Date('2024-10-14T21:59:00Z'),
    );
  });

  it('tells the second reviewer who was faster, and keeps what was typed', async () => {
    const second = await signInAs(portal, 'reviewer');
    const { version } = request;
    await decide({ decision: 'approve', version: String(version) });
    const late = await decide(
      { decision: 'reject', reason: 'no_proof', text: 'Mein langer Text.', version: String(version) },
      second,
    );
    assert.equal(late.status, 409);
    assert.match(late.text, /Jemand anderes war schneller/);
    assert.match(late.text, new RegExp(`${desk.member.name} lässt zu`));
    assert.match(late.text, /Der Antrag steht jetzt auf: Zugelassen/);
    assert.match(late.text, /Mein langer Text\./);
    assert.match(late.text, /value="no_proof" checked/);
    assert.equal(await stateOf(request), 'approved');
  });

  it('grants only the slots that stay ticked', async () => {
    const event = await anEvent(portal);
    const slots = [await aSlot(portal, event), await aSlot(portal, event)];
    const wishing = await aRequest(portal, { event, slotIds: slots.map(({ id }) => id) });
    const address = `/staff/requests/${wishing.reference}`;
    assert.match((await desk.visit(address)).text, /name="slots\[\]" value="\d+" form="decide" checked/);
    const fields = { decision: 'approve', slotsShown: 'yes', 'slots[]': [String(slots[1]!.id)] };
    await desk.send(address, fields, `${address}/decision`);
    const rows = await portal.db('request_slots').where({ request_id: wishing.id }).orderBy('slot_id');
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['declined', 'granted'],
    );
  });

  it('says that a slot filled up, and approves nobody into it', async () => {
    const event = await anEvent(portal);
    const slot = await aSlot(portal, event, { capacity: 1 });
    const [first, second] = [
      await aRequest(portal, { event, slotIds: [slot.id] }),
      await aRequest(portal, { event, slotIds: [slot.id] }),
    ];
    const approveWithSlot = ({ reference }: AccreditationRequest) =>
      desk.send(
        page,
        { decision: 'approve', slotsShown: 'yes', 'slots[]': [String(slot.id)] },
        `/staff/requests/${reference}/decision`,
      );
    assert.equal((await approveWithSlot(first)).status, 303);
    const late = await approveWithSlot(second);
    assert.equal(late.status, 409);
    assert.match(late.text, /Ein Termin ist voll/);
    assert.equal(await stateOf(second), 'received');
  });

  it('offers only what the state allows', async () => {
    await decide({ decision: 'approve' });
    const approved = await desk.visit(page);
    assert.match(approved.text, /decide\/revoke/);
    assert.doesNotMatch(approved.text, /decide\/reject|value="approve"/);
  });

  it('asks for a language only where something is written, and marks what takes away', async () => {
    const approving = (await desk.visit(`${page}/decide/approve`)).text;
    assert.doesNotMatch(approving, /Bitte schreiben Sie in dieser Sprache|portal-btn--danger/);
    const rejecting = (await desk.visit(`${page}/decide/reject`)).text;
    assert.match(rejecting, /Bitte schreiben Sie in dieser Sprache[\s\S]*portal-btn--danger/);
  });

  it('lets auditors and editors decide nothing', async () => {
    for (const role of ['auditor', 'editor'] as const) {
      const browser = await signInAs(portal, role);
      assert.equal((await browser.visit(`${page}/decide/reject`)).status, 403);
      assert.equal((await browser.send('/staff', { decision: 'approve' }, `${page}/decision`)).status, 403);
    }
    assert.equal(await stateOf(request), 'received');
  });

  it('does not know a reference that was never given', async () => {
    assert.equal(
      (await desk.send(page, { decision: 'approve' }, '/staff/requests/K0-XXXX/decision')).status,
      404,
    );
  });
});
