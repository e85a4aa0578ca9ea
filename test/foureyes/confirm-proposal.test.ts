import assert from 'node:assert/strict';
import { type AccreditationRequest, findRequest, listHistory } from '../../src/accreditation/index.js';
import { NO_WORDS } from '../../src/decisions/demands.js';
import { decideRequest, type Ruling } from '../../src/decisions/index.js';
import { confirmProposal } from '../../src/foureyes/confirm-proposal.js';
import { Conflict, Forbidden } from '../../src/platform/errors.js';
import { listMailsAbout } from '../../src/platform/outbox-repository.js';
import { eraseRequest } from '../../src/privacy/index.js';
import {
  countProposalsFor,
  findLatestProposal,
  findWaitingProposal,
  listWaitingProposals,
  proposeDecision,
  returnProposal,
  takeBackProposal,
} from '../../src/proposals/index.js';
import { withdrawRequest } from '../../src/selfservice/index.js';
import type { Member } from '../../src/staff/index.js';
import { undoDecision } from '../../src/undo/index.js';
import { anEvent, aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const WORDS = { decision: 'reject', reason: 'no_proof', text: 'Der Link führt ins Leere.' } as const;
const APPROVAL: Ruling = { ...NO_WORDS, decision: 'approve' };
const LATER = new Date(MORNING.getTime() + 3600_000);

onBothDatabases('four eyes', (open) => {
  let portal: TestPortal;
  let first: Member;
  let second: Member;
  let request: AccreditationRequest;
  before(async () => {
    portal = await open();
    first = await someMember(portal, 'administrator', { name: 'Ute Ordner' });
    second = await someMember(portal, 'reviewer', { name: 'Jan Zweitblick' });
  });
  beforeEach(async () => {
    request = await aRequest(portal, { event: await anEvent(portal, { fourEyes: true }) });
  });
  after(() => portal.close());

  const propose = (by = first, words: Parameters<typeof proposeDecision>[1]['words'] = WORDS) =>
    proposeDecision(portal, { reference: request.reference, version: undefined, words, by });
  const seen = async (by: Member) => ({
    reference: request.reference,
    proposalId: (await findLatestProposal(portal.db, request.id))!.id,
    by,
  });
  const confirm = async (by = second, version?: number) =>
    confirmProposal(portal, { ...(await seen(by)), version });
  const decide = (ruling: Ruling, by = first) =>
    decideRequest(portal, { reference: request.reference, version: undefined, ruling, by });
  const current = async () => (await findRequest(portal.db, request.id))!;
  const lettersOf = async () =>
    (await listMailsAbout(portal.db, `request:${request.id}`)).filter(
      ({ afterSent }) => afterSent === 'decision',
    );
  const waitingOnes = async () =>
    (await listWaitingProposals(portal.db)).filter(({ reference }) => reference === request.reference);
  const stateOf = async () => (await findLatestProposal(portal.db, request.id))?.state;

  it('proposes nothing about who was only taken over from an earlier list', async () => {
    await portal.db('accreditation_requests').where({ id: request.id }).update({ kept: true });
    await assert.rejects(propose(), { status: 409, message: 'accreditation:errors.kept' });
  });

  it('lets nobody reject alone', async () => {
    const ruling: Ruling = { ...APPROVAL, ...WORDS };
    await assert.rejects(decide(ruling), Conflict);
    assert.equal((await current()).state, 'received');
    assert.equal((await decide(APPROVAL)).state, 'approved');
  });

  it('keeps a proposal without any letter and leaves the request as it was, also its version', async () => {
    const [mine, others] = [
      await countProposalsFor(portal.db, first.id),
      await countProposalsFor(portal.db, second.id),
    ];
    await propose();
    const { state, shownState, version } = await current();
    assert.deepEqual([state, shownState, version], ['received', 'received', request.version]);
    assert.equal((await lettersOf()).length, 0);
    const [waiting] = await waitingOnes();
    assert.equal(waiting?.proposerName, 'Ute Ordner');
    assert.equal(await countProposalsFor(portal.db, first.id), mine);
    assert.equal(await countProposalsFor(portal.db, second.id), others + 1);
  });

  it('takes one proposal at a time, and a double click once', async () => {
    await Promise.allSettled([propose(), propose()]);
    assert.equal((await waitingOnes()).length, 1);
    await assert.rejects(propose(second), Conflict);
    await assert.rejects(propose(first, { ...WORDS, text: 'Anders.' }), Conflict);
  });

  it('lets nobody confirm the own proposal, not even administrators', async () => {
    await propose();
    await assert.rejects(confirm(first), Forbidden);
    assert.equal((await current()).state, 'received');
  });

  it('is decided when a second person confirms, and history and audit log name both', async () => {
    await propose();
    assert.equal((await confirm()).state, 'rejected');
    const entry = (await listHistory(portal.db, request.id)).at(-1);
    assert.deepEqual(
      [entry?.step, entry?.actorName, entry?.details.proposer],
      ['reject', 'Jan Zweitblick', 'Ute Ordner'],
    );
    const audit = await portal.db('audit_entries').orderBy('id', 'desc').first();
    assert.equal(JSON.parse(audit.details).proposedBy, `staff:${first.id}`);
    assert.match((await lettersOf())[0]!.body, /Der Link führt ins Leere/);
    assert.equal(await stateOf(), 'confirmed');
  });

  it('is confirmed once, also by two at once', async () => {
    await propose();
    const third = await someMember(portal, 'reviewer');
    const results = await Promise.allSettled([confirm(second), confirm(third)]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await lettersOf()).length, 1);
  });

  it('goes back with a sentence, and can be proposed anew', async () => {
    await propose();
    await returnProposal(portal, { ...(await seen(second)), answer: 'Bitte den Nachweis nennen.' });
    const returned = await findLatestProposal(portal.db, request.id);
    assert.deepEqual([returned?.state, returned?.answer], ['returned', 'Bitte den Nachweis nennen.']);
    await assert.rejects(confirm(), Conflict);
    await propose(first, { ...WORDS, text: 'Der Nachweis fehlt.' });
    assert.equal((await confirm()).state, 'rejected');
  });

  it('is taken back by the first person only, and returned by others only', async () => {
    await propose();
    await assert.rejects(takeBackProposal(portal, await seen(second)), Forbidden);
    await assert.rejects(returnProposal(portal, { ...(await seen(first)), answer: 'x' }), Forbidden);
    await takeBackProposal(portal, await seen(first));
    assert.equal(await stateOf(), 'taken_back');
    await assert.rejects(takeBackProposal(portal, await seen(first)), Conflict);
  });

  it('lapses when something else is decided, and cannot be confirmed after that', async () => {
    await propose();
    await decide(APPROVAL, second);
    assert.equal(await stateOf(), 'lapsed');
    await assert.rejects(confirm(), Conflict);
  });

  it('cannot be confirmed when the request is another one since', async () => {
    await propose();
    await withdrawRequest(portal, request.id);
    await assert.rejects(confirm(), Conflict);
    assert.equal((await waitingOnes()).length, 0);
  });

  it('is not confirmed on an older version of the request', async () => {
    await propose();
    await assert.rejects(confirm(second, request.version - 1), Conflict);
  });

  it('waits again when the confirmed decision is undone before its letter left', async () => {
    await propose();
    await confirm();
    const restored = await undoDecision(portal, { reference: request.reference, by: first });
    assert.equal(restored.state, 'received');
    assert.equal((await findWaitingProposal(portal.db, request.id))?.proposerName, 'Ute Ordner');
    assert.deepEqual(
      (await lettersOf()).map(({ state }) => state),
      ['cancelled'],
    );
    assert.equal((await confirm()).state, 'rejected');
  });

  it('waits again when another decision that it lapsed by is undone', async () => {
    await propose();
    await decide(APPROVAL, second);
    await propose(first, {
      decision: 'revoke',
      reason: 'house_rules',
      text: 'Es wiegt schwer.',
      fact: { text: 'Streit am Einlass.', knownOn: '2024-10-10' },
    });
    await undoDecision(portal, { reference: request.reference, by: second });
    const waiting = await findWaitingProposal(portal.db, request.id);
    assert.equal(waiting?.decision, 'reject');
    assert.equal((await confirm()).state, 'rejected');
  });

  it('revokes with fact and weighing in letter and history; the badge is valid until the letter left', async () => {
    await decide(APPROVAL);
    await portal.sendMails(LATER);
    await propose(first, {
      decision: 'revoke',
      reason: 'outlet_left',
      text: 'Die Akkreditierung galt für die Redaktion.',
      fact: { text: 'Die Redaktion hat angerufen.', knownOn: '2024-10-09' },
    });
    const revoked = await confirm();
    assert.deepEqual([revoked.state, revoked.shownState], ['revoked', 'approved']);
    const body = (await lettersOf()).at(-1)!.body;
    assert.match(body, /Am 9\.\u00A0Oktober 2024 ist uns bekannt geworden:\nDie Redaktion hat angerufen\./);
    assert.match(body, /Abwägung in Ihrem Fall:\nDie Akkreditierung galt[\s\S]*§§ 48, 49/);
    assert.match(
      (await listHistory(portal.db, request.id)).at(-1)!.details.text!,
      /hat angerufen[\s\S]*galt/,
    );
    await portal.sendMails(LATER);
    assert.equal((await current()).shownState, 'revoked');
  });

  it('leaves nothing behind when the request is erased', async () => {
    await propose();
    await eraseRequest(portal, request.id);
    assert.equal((await portal.db('decision_proposals').where({ request_id: request.id })).length, 0);
  });
});
