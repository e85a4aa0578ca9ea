import assert from 'node:assert/strict';
import { type AccreditationRequest, findRequest } from '../../src/accreditation/index.js';
import { decideRequest } from '../../src/decisions/decide-request.js';
import { NO_WORDS, type Ruling } from '../../src/decisions/demands.js';
import { changeLetter } from '../../src/outbox/change-letter.js';
import { getMail, listMailsAbout } from '../../src/platform/outbox-repository.js';
import { withdrawRequest } from '../../src/selfservice/withdraw-request.js';
import type { Member } from '../../src/staff/index.js';
import { aRequest } from '../support/factories.js';
import { wordsIn } from '../support/pdf-reader.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { signedIn, someMember } from '../support/staff.js';

const APPROVAL: Ruling = { ...NO_WORDS, decision: 'approve' };
const LIMITED: Ruling = { ...NO_WORDS, decision: 'approve_limited', limits: 'Nur Großer Saal' };
const REVOCATION: Ruling = { ...NO_WORDS, decision: 'revoke', reason: 'house_rules', text: 'Bitte nicht.' };

onBothDatabases('what is attached to the letter of an approval', (open) => {
  let portal: TestPortal;
  let by: Member;
  beforeEach(async () => {
    portal = await open();
    by = await someMember(portal, 'administrator');
  });
  afterEach(() => portal.close());

  const decide = ({ reference }: AccreditationRequest, ruling: Ruling) =>
    decideRequest(portal, { reference, version: undefined, ruling, by });
  const sendAll = () => {
    portal.moveClock(new Date(portal.clock.now().getTime() + 3600_000));
    return portal.sendMails();
  };

  async function approved(ruling: Ruling) {
    const request = await aRequest(portal);
    await decide(request, ruling);
    await sendAll();
    const mails = await listMailsAbout(portal.db, `request:${request.id}`);
    return { request, letter: mails.find(({ attachments }) => attachments.length > 0)!.id };
  }
  const badgeIn = async (mails: ReturnType<typeof portal.sendMails>) =>
    wordsIn((await mails).flatMap(({ attachments }) => attachments)[0]!.content).replace(/\n/g, ' ');

  it('comes again when the letter of an approval is sent once more', async () => {
    const { letter } = await approved(LIMITED);
    await changeLetter(portal, by, letter, 'resend');
    assert.match(await badgeIn(portal.sendMails()), /Nur Großer Saal/);
  });

  it('is refused once the request is withdrawn, and the team reads why', async () => {
    const { request, letter } = await approved(APPROVAL);
    await withdrawRequest(portal, request.id);
    await portal.sendMails();
    await changeLetter(portal, by, letter, 'resend');
    assert.deepEqual(await portal.sendMails(), []);
    assert.equal((await getMail(portal.db, letter)).state, 'refused');
    const desk = await signedIn(portal, by);
    for (const page of ['/staff/outbox', `/staff/outbox/${letter}`])
      assert.match(
        (await desk.visit(page)).text,
        /Endgültig abgelehnt: Der Antrag ist nicht mehr akkreditiert/,
      );
    const { text } = await desk.visit(`/staff/requests/${request.reference}`);
    assert.doesNotMatch(text, /kam nicht an|text:badges/);
  });

  it('is refused once the approval is revoked, also while that letter waits', async () => {
    const { request, letter } = await approved(APPROVAL);
    await decide(request, REVOCATION);
    await changeLetter(portal, by, letter, 'resend');
    assert.deepEqual(await portal.sendMails(), []);
    assert.equal((await getMail(portal.db, letter)).state, 'refused');
  });

  it('names the limits of the decision that was announced, not of one that waits', async () => {
    const { request, letter } = await approved(APPROVAL);
    await portal.db('accreditation_requests').where({ id: request.id }).update({ needs_reapproval: true });
    await decide(request, LIMITED);
    assert.equal((await findRequest(portal.db, request.id))?.decisionLimits, 'Nur Großer Saal');
    await changeLetter(portal, by, letter, 'resend');
    assert.doesNotMatch(await badgeIn(portal.sendMails()), /Nur Großer Saal/);
    assert.match(await badgeIn(sendAll()), /Nur Großer Saal/);
  });
});
