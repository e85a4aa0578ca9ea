import assert from 'node:assert/strict';
import type { AccreditationRequest } from '../../src/accreditation/index.js';
import { aPdf, aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('judging a proof at the desk', () => {
  let portal: TestPortal;
  let desk: Awaited<ReturnType<typeof signInAs>>;
  let request: AccreditationRequest;
  before(async () => {
    portal = await openPortal();
    desk = await signInAs(portal, 'reviewer');
  });
  after(() => portal.close());
  beforeEach(async () => {
    const upload = { originalName: 'Auftrag.pdf', kind: 'application/pdf', content: aPdf() } as const;
    request = await aRequest(portal, { input: { proofKind: 'assignment', imprintUrl: '' }, upload });
  });

  const address = () => `/staff/requests/${request.reference}`;
  const hidden = (text: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  const judge = async (fields: Record<string, string>, on = address()) => {
    const { text } = await desk.visit(on);
    const shown = { proof: hidden(text, 'proof'), seen: hidden(text, 'seen') };
    return desk.send(on, { ...shown, ...fields }, `${address()}/verdicts`);
  };

  it('says what was saved, who judged it, and counts it at the decision', async () => {
    assert.match((await desk.visit(address())).text, /Noch nicht beurteilt/);
    const answer = await judge({ verdict: 'valid', reason: '' });
    assert.equal(answer.headers.location, `${address()}#proof`);
    const { text } = await desk.visit(address());
    assert.match(text, /Gespeichert: Gültig\./);
    assert.match(text, new RegExp(`Beurteilt von ${desk.member.name}`));
    assert.match(text, /1 von 1 Nachweis gültig/);
    assert.match(text, /Auftrag\.pdf gültig/, 'in the history');
  });

  it('keeps the way back to the decision before', async () => {
    const before = await aRequest(portal);
    await desk.send(
      `/staff/requests/${before.reference}`,
      { decision: 'approve' },
      `/staff/requests/${before.reference}/decision`,
    );
    const page = await desk.visit(`${address()}?tab=received&decided=${before.reference}`);
    const [action = ''] = /[^"]*\/verdicts\?[^"]*/.exec(page.text) ?? [];
    const fields = { proof: hidden(page.text, 'proof'), seen: '', verdict: 'valid', reason: '' };
    const answer = await desk.send(address(), fields, action.replaceAll('&amp;', '&'));
    assert.equal(answer.headers.location, `${address()}?tab=received&decided=${before.reference}#proof`);
    assert.match((await desk.visit(answer.headers.location!)).text, new RegExp(`${before.reference}/undo`));
    assert.doesNotMatch(page.text, /\/decision\?[^"]*decided/, 'a decision starts anew');
  });

  it('asks why a proof is not valid, and keeps what was chosen', async () => {
    const answer = await judge({ verdict: 'not_valid', reason: ' ' });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /href="#reason"/);
    assert.match(answer.text, /value="not_valid" checked/);
    assert.equal((await judge({ reason: 'Ohne Wahl' })).status, 400);
    assert.equal((await judge({ verdict: 'forged', reason: '' })).status, 400);
  });

  it('shows who was faster, and keeps what was typed', async () => {
    const { text } = await desk.visit(address());
    const stale = { proof: hidden(text, 'proof'), seen: hidden(text, 'seen') };
    await judge({ verdict: 'expired', reason: '' });
    const late = { ...stale, verdict: 'not_valid', reason: 'Falscher Tag' };
    const answer = await desk.send(address(), late, `${address()}/verdicts`);
    assert.equal(answer.status, 409);
    assert.match(answer.text, /inzwischen beurteilt/);
    assert.match(answer.text, /value="Falscher Tag"/);
    assert.match(answer.text, /kern-label">Abgelaufen/);
    assert.notEqual(hidden(answer.text, 'seen'), stale.seen, 'saving again counts');
  });

  it('goes on with the proof that waits, and comes back to one that is asked for', async () => {
    const { id } = await portal.db('request_documents').where({ request_id: request.id }).first();
    await portal.db('request_documents').insert({
      ...{ request_id: request.id, file: 'f'.repeat(40), original_name: 'Zweites.png', kind: 'image/png' },
      ...{ bytes: 10, sha256: '', origin: 'answer', added_at: portal.clock.now().toISOString() },
    });
    await judge({ verdict: 'unreadable', reason: '' });
    assert.match(
      (await desk.visit(address())).text,
      /<img src="[^"]*documents\/\d+" alt="[^"]*Zweites\.png"/,
    );
    assert.match((await desk.visit(`${address()}?document=${id}`)).text, /value="unreadable" checked/);
  });

  it('judges what was entered where there is no document', async () => {
    request = await aRequest(portal, { input: { proofKind: 'imprint' } });
    assert.equal((await judge({ verdict: 'valid', reason: '' })).status, 303);
    assert.match((await desk.visit(address())).text, /Angaben zum Nachweis gültig/);
  });

  it('is for those who decide; auditors read how many were judged, and no reason', async () => {
    await judge({ verdict: 'not_valid', reason: 'Geheimer Grund' });
    const auditor = await signInAs(portal, 'auditor');
    const { text } = await auditor.visit(address());
    assert.match(text, /0 von 1 Nachweis gültig|Dokument ungültig/);
    assert.doesNotMatch(text, /Geheimer Grund|Auftrag\.pdf|name="verdict"/);
    const refused = await auditor.send(address(), { verdict: 'valid' }, `${address()}/verdicts`);
    assert.equal(refused.status, 403);
  });
});
