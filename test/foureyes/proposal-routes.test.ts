import assert from 'node:assert/strict';
import { type AccreditationRequest, findRequest } from '../../src/accreditation/index.js';
import { updateRole } from '../../src/staff/index.js';
import { anEvent, aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

type Desk = Awaited<ReturnType<typeof signInAs>>;
const REJECTION = { decision: 'reject', reason: 'no_proof', text: 'Der Link führt ins <Leere>.' };

describe('four eyes at the desk', () => {
  let portal: TestPortal;
  let first: Desk;
  let second: Desk;
  let request: AccreditationRequest;
  let page: string;
  before(async () => {
    portal = await openPortal();
    first = await signInAs(portal, 'administrator');
    second = await signInAs(portal, 'reviewer');
  });
  after(() => portal.close());
  beforeEach(async () => {
    request = await aRequest(portal, { event: await anEvent(portal, { fourEyes: true }) });
    page = `/staff/requests/${request.reference}`;
  });

  const stateOf = async () => (await findRequest(portal.db, request.id))?.state;
  const propose = (fields: Record<string, string> = REJECTION) =>
    first.send(page, fields, `${page}/decision`);
  const hidden = (text: string): Record<string, string> =>
    Object.fromEntries(
      ['proposal', 'version', 'letter'].map((name) => [
        name,
        new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '',
      ]),
    );
  const confirm = async (desk: Desk, seen?: Record<string, string>) => {
    const fields = seen ?? hidden((await desk.visit(`${page}/proposal`)).text);
    return desk.send(`${page}/proposal`, fields, `${page}/proposal/confirm`);
  };

  it('says on the form that a second person has to confirm', async () => {
    const { text } = await first.visit(`${page}/decide/reject`);
    assert.match(text, /Vier Augen: Nichts geht hinaus[\s\S]*Ablehnung vorschlagen/);
  });

  it('saves a proposal, shows it on the request, and lets the second person confirm it', async () => {
    assert.equal((await propose()).status, 303);
    assert.equal(await stateOf(), 'received');
    const seen = (await second.visit(page)).text;
    assert.match(seen, /Vorschlag von Mia Muster \d+: Ablehnen\.[\s\S]*Vorschlag prüfen/);
    const { text } = await second.visit(`${page}/proposal`);
    assert.match(
      text,
      /Kein Nachweis journalistischer Tätigkeit[\s\S]*lehnen wir ab[\s\S]*ins &lt;Leere&gt;/,
    );
    assert.match((await second.visit('/staff')).text, /warte[nt]+ auf eine zweite Person/);
    const answer = await confirm(second);
    assert.match(answer.headers.location!, new RegExp(`decided=${request.reference}`));
    assert.equal(await stateOf(), 'rejected');
    assert.match((await second.visit(page)).text, /lehnt ab · Vorschlag von Mia Muster/);
  });

  it('does not confirm the own proposal, offers no button for it, and takes it back', async () => {
    await propose();
    const { text } = await first.visit(`${page}/proposal`);
    assert.doesNotMatch(text, /proposal\/confirm/);
    assert.equal((await confirm(first)).status, 403);
    assert.equal(await stateOf(), 'received');
    const back = await first.send(`${page}/proposal`, hidden(text), `${page}/proposal/take-back`);
    assert.equal(back.headers.location, page);
    assert.match((await first.visit(`${page}/proposal`)).text, /hat ihn zurückgenommen/);
  });

  it('goes back with a sentence that the first person reads; without one it does not', async () => {
    await propose();
    const seen = hidden((await second.visit(`${page}/proposal`)).text);
    const give = (answer: string) =>
      second.send(`${page}/proposal`, { ...seen, answer }, `${page}/proposal/return`);
    const empty = await give(' ');
    assert.equal(empty.status, 400);
    assert.match(empty.text, /href="#answer"/);
    assert.equal((await give('Bitte den Nachweis nennen.')).status, 303);
    assert.match(
      (await first.visit(page)).text,
      /hat Ihren Vorschlag zurückgegeben[\s\S]*Bitte den Nachweis/,
    );
    assert.match((await first.visit(`${page}/decide/reject`)).text, /ins &lt;Leere&gt;\.<\/textarea>/);
    assert.doesNotMatch((await second.visit(`${page}/decide/reject`)).text, /Leere/);
    const late = await give('Noch ein Satz.');
    assert.equal(late.status, 409);
    assert.match(late.text, /Dieser Vorschlag ist erledigt/);
  });

  it('confirms once: the second click and a stale page are told so', async () => {
    await propose();
    const seen = hidden((await second.visit(`${page}/proposal`)).text);
    assert.equal((await confirm(second, seen)).status, 303);
    const again = await confirm(second, seen);
    assert.equal(again.status, 409);
    assert.match(again.text, /Dieser Vorschlag ist erledigt/);
    assert.equal((await portal.db('waiting_decisions').where({ request_id: request.id })).length, 1);
  });

  it('shows the letter again when the reason was written anew, and confirms it then', async () => {
    await propose();
    const seen = hidden((await second.visit(`${page}/proposal`)).text);
    const reason = await portal.db('decision_reasons').where({ key: 'no_proof' }).first();
    const texts = JSON.parse(reason.texts);
    texts.text.de = 'Ein anderer Satz.';
    await portal
      .db('decision_reasons')
      .where({ id: reason.id })
      .update({ texts: JSON.stringify(texts) });
    const refused = await confirm(second, seen);
    assert.equal(refused.status, 409);
    assert.match(refused.text, /Das Schreiben lautet jetzt anders[\s\S]*Ein anderer Satz\./);
    assert.equal((await confirm(second)).status, 303);
  });

  it('lets nobody decide past a proposal that the open page does not know', async () => {
    const version = String(request.version);
    await propose();
    const approve = { decision: 'approve', version };
    const refused = await second.send(page, approve, `${page}/decision`);
    assert.equal(refused.status, 409);
    assert.match(refused.text, /hat schon etwas vorgeschlagen/);
    const knowing = { ...approve, proposal: hidden(refused.text).proposal! };
    assert.equal((await second.send(page, knowing, `${page}/decision`)).status, 303);
    assert.equal(await stateOf(), 'approved');
  });

  it('needs fact, day and weighing to revoke, and keeps what was typed', async () => {
    await second.send(page, { decision: 'approve' }, `${page}/decision`);
    const revocation = { decision: 'revoke', reason: 'house_rules', text: 'Es wiegt schwer.' };
    const facts = { fact: 'Streit am Einlass.', knownOn: '2024-10-10' };
    for (const [missing, field] of [
      [{ ...revocation, ...facts, fact: '' }, 'fact'],
      [{ ...revocation, ...facts, knownOn: '2024-10-11' }, 'knownOn'],
      [{ ...revocation, ...facts, text: '' }, 'text'],
    ] as const) {
      const answer = await first.send(page, missing, `${page}/decision`);
      assert.equal(answer.status, 400);
      assert.match(answer.text, new RegExp(`href="#${field}"`));
    }
    const preview = await first.send(page, { ...revocation, ...facts }, `${page}/decide/revoke`);
    assert.match(preview.text, /bekannt geworden:\nStreit am Einlass\.[\s\S]*Abwägung in Ihrem Fall:/);
    assert.equal((await propose({ ...revocation, ...facts })).status, 303);
    assert.equal((await confirm(second)).status, 303);
    assert.equal(await stateOf(), 'revoked');
  });

  it('keeps the words of a reviewer who lost the role in the meantime', async () => {
    const leaving = await signInAs(portal, 'reviewer');
    await leaving.visit(`${page}/decide/reject`);
    for (const [from, to] of [
      ['reviewer', 'auditor'],
      ['auditor', 'editor'],
    ] as const) {
      await updateRole(portal.db, leaving.member.id, from, to);
      const refused = await leaving.send(`/staff`, REJECTION, `${page}/decision`);
      assert.equal(refused.status, 403);
      assert.match(refused.text, /Der Link führt ins &lt;Leere&gt;\./);
    }
    assert.equal(await stateOf(), 'received');
  });

  it('is read by auditors without any button, and unknown where nothing was proposed', async () => {
    const auditor = await signInAs(portal, 'auditor');
    assert.equal((await auditor.visit(`${page}/proposal`)).status, 404);
    await propose();
    const { status, text } = await auditor.visit(`${page}/proposal`);
    assert.equal(status, 200);
    assert.doesNotMatch(text, /action="[^"]*\/proposal\//);
    assert.equal((await confirm(auditor, { proposal: '1' })).status, 403);
  });
});
