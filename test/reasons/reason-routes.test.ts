import assert from 'node:assert/strict';
import { decideRequest } from '../../src/decisions/index.js';
import { aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const LIST = '/staff/reasons';
const REASON = {
  key: 'no_room',
  labelDe: 'Saal zu klein',
  labelEn: 'Room too small',
  textDe: 'Der <Saal> ist zu klein.',
  textEn: 'The room is too small.',
  'decisions[]': ['reject', 'waitlist'],
};

describe('the catalogue of reasons at the desk', () => {
  let portal: TestPortal;
  let admin: Awaited<ReturnType<typeof signInAs>>;
  before(async () => {
    portal = await openPortal();
    admin = await signInAs(portal, 'administrator');
  });
  after(() => portal.close());

  const idOf = async (key: string): Promise<number> =>
    (await portal.db('decision_reasons').where({ key }).first()).id;

  it('lists the reasons of each decision with the sentences in both languages', async () => {
    const { text } = await admin.visit(LIST);
    assert.match(text, /id="h-reject"[\s\S]*Kein Nachweis journalistischer Tätigkeit[\s\S]*id="h-revoke"/);
    assert.match(text, /lang="en">Your application/);
  });

  it('takes a new reason, which the decision form offers and the letter says', async () => {
    assert.equal((await admin.send(`${LIST}/new`, REASON)).headers.location, LIST);
    assert.match(
      (await admin.visit(LIST)).text,
      /Der Grund ist gespeichert\.[\s\S]*Der &lt;Saal&gt; ist zu klein/,
    );
    const { reference } = await aRequest(portal);
    const page = `/staff/requests/${reference}/decide/reject`;
    assert.match((await admin.visit(page)).text, /value="no_room"/);
    const preview = await admin.send(page, { reason: 'no_room', text: 'Leider.' });
    assert.match(preview.text, /Gründe:\nDer &lt;Saal&gt; ist zu klein\./);
  });

  for (const field of ['labelDe', 'labelEn', 'textDe', 'textEn', 'key', 'decisions[]'])
    it(`needs ${field}, and keeps the rest`, async () => {
      const answer = await admin.send(`${LIST}/new`, { ...REASON, [field]: '' });
      assert.equal(answer.status, 400);
      assert.match(answer.text, new RegExp(`href="#${field.replace('[]', '')}"`));
      assert.match(answer.text, field === 'labelEn' ? /Saal zu klein/ : /Room too small/);
    });

  it('refuses a key that one of the decisions has already', async () => {
    const answer = await admin.send(`${LIST}/new`, { ...REASON, key: 'late' });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /href="#key"/);
  });

  it('keeps the sentence of a decision on the status page, whatever the catalogue says later', async () => {
    const request = await aRequest(portal, { lang: 'de' });
    const ruling = { decision: 'reject', reason: 'no_room', text: 'Leider.' } as const;
    await decideRequest(portal, {
      reference: request.reference,
      version: undefined,
      ruling: { ...ruling, limits: '', due: undefined, slots: undefined },
      by: admin.member,
    });
    const page = `${LIST}/${await idOf('no_room')}`;
    await admin.send(page, { ...REASON, textDe: 'Etwas anderes.', version: '1' });
    await admin.send(LIST, { version: '2' }, `${page}/retire`);
    const entry = await portal
      .db('request_history')
      .where({ request_id: request.id, step: 'reject' })
      .first();
    assert.equal(JSON.parse(entry.details).sentence, 'Der <Saal> ist zu klein.');
    const desk = await admin.visit(`/staff/requests/${request.reference}`);
    assert.match(desk.text, /Saal zu klein/);
    assert.doesNotMatch(
      (await admin.visit(`/staff/requests/${(await aRequest(portal)).reference}/decide/reject`)).text,
      /no_room/,
    );
  });

  it('refuses a retired reason on a form that was open, and keeps what was typed', async () => {
    const { reference } = await aRequest(portal);
    const page = `/staff/requests/${reference}`;
    const fields = { decision: 'reject', reason: 'no_room', text: 'Meine Worte.' };
    const answer = await admin.send(page, fields, `${page}/decision`);
    assert.equal(answer.status, 400);
    assert.match(answer.text, /href="#reason"[\s\S]*Meine Worte\./);
  });

  it('tells the second of two editors, and keeps what was typed', async () => {
    const page = `${LIST}/${await idOf('not_press')}`;
    assert.equal((await admin.send(page, { ...REASON, version: '1' })).status, 303);
    const late = await admin.send(page, { ...REASON, textDe: 'Meine Worte.', version: '1' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Meine Worte\.[\s\S]*/);
  });

  it('puts reasons in order', async () => {
    const id = await idOf('proof_invalid');
    const shift = { decision: 'reject', position: '2', direction: 'up' };
    const answer = await admin.send(LIST, shift, `${LIST}/${id}/shift`);
    assert.equal(answer.headers.location, `${LIST}#h-reject`);
    await admin.send(LIST, shift, `${LIST}/${id}/shift`);
    assert.match((await admin.visit(LIST)).text, /Jemand anderes hat den Katalog gerade geändert/);
  });

  it('is read by auditors, and closed to reviewers', async () => {
    const { text } = await (await signInAs(portal, 'auditor')).visit(LIST);
    assert.doesNotMatch(text, /Neuer Grund|Nicht mehr anbieten/);
    assert.equal((await (await signInAs(portal, 'reviewer')).visit(LIST)).status, 403);
    assert.equal((await admin.visit(`${LIST}/4711`)).status, 404);
  });
});
