import assert from 'node:assert/strict';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const LIST = '/staff/text-blocks';
const BLOCK = {
  labelDe: 'Visitenkarte fehlt',
  labelEn: 'Business card missing',
  textDe: 'Bitte senden Sie uns Ihre <Visitenkarte>.',
  textEn: 'Please send us your business card.',
};

describe('text blocks at the desk', () => {
  let portal: TestPortal;
  let admin: Awaited<ReturnType<typeof signInAs>>;
  before(async () => {
    portal = await openPortal();
    admin = await signInAs(portal, 'administrator');
  });
  after(() => portal.close());

  const idOf = async (label: string): Promise<number> =>
    (await portal.db('text_blocks').where('texts', 'like', `%${label}%`).first()).id;

  it('are listed with their words in both languages', async () => {
    const { text } = await admin.visit(LIST);
    assert.match(text, /Ausweiskopie ist nicht lesbar/);
    assert.match(text, /lang="de">Die Kopie Ihres Presseausweises[\s\S]*lang="en">We cannot read the copy/);
  });

  it('are added, and said so', async () => {
    const answer = await admin.send(`${LIST}/new`, BLOCK);
    assert.equal(answer.headers.location, LIST);
    const { text } = await admin.visit(LIST);
    assert.match(text, /Der Textbaustein ist gespeichert\./);
    assert.match(text, /Ihre &lt;Visitenkarte&gt;\./);
  });

  for (const field of ['labelDe', 'labelEn', 'textDe', 'textEn']) {
    it(`need ${field}, and keep the rest`, async () => {
      const answer = await admin.send(`${LIST}/new`, { ...BLOCK, [field]: ' ' });
      assert.equal(answer.status, 400);
      assert.match(answer.text, new RegExp(`href="#${field}"`));
      assert.match(answer.text, field === 'labelEn' ? /Visitenkarte fehlt/ : /Business card missing/);
    });
  }

  it('tell the second of two editors, keep what was typed, and let it replace the other version knowingly', async () => {
    const page = `${LIST}/${await idOf('Ausweis gilt nicht')}`;
    const version = { version: '1' };
    await admin.send(page, { ...BLOCK, ...version });
    const late = await admin.send(page, { ...BLOCK, textDe: 'Meine Worte.', ...version });
    assert.equal(late.status, 409);
    assert.match(late.text, /Meine Worte\./);
    assert.match(late.text, /name="version" value="2"/);
    assert.equal((await admin.send(page, { ...BLOCK, textDe: 'Meine Worte.', version: '2' })).status, 303);
  });

  it('are retired and offered again; a stale button changes nothing', async () => {
    const id = await idOf('Für welches Medium');
    await admin.send(LIST, { version: '1' }, `${LIST}/${id}/retire`);
    assert.match((await admin.visit(LIST)).text, /nicht mehr angeboten\.[\s\S]*Werden nicht mehr angeboten/);
    await admin.send(LIST, { version: '1' }, `${LIST}/${id}/offer`);
    assert.match((await admin.visit(LIST)).text, /Jemand anderes hat diesen Textbaustein gerade geändert/);
    await admin.send(LIST, { version: '2' }, `${LIST}/${id}/offer`);
    assert.equal((await portal.db('text_blocks').where({ id }).first()).state, 'offered');
  });

  it('are read by auditors, and closed to reviewers and everybody else', async () => {
    const auditor = await signInAs(portal, 'auditor');
    const { text } = await auditor.visit(LIST);
    assert.match(text, /Ausweiskopie/);
    assert.doesNotMatch(text, /Nicht mehr anbieten|Neuer Textbaustein/);
    assert.equal((await auditor.visit(`${LIST}/new`)).status, 403);
    assert.equal((await (await signInAs(portal, 'reviewer')).visit(LIST)).status, 403);
    assert.equal((await admin.visit(`${LIST}/4711`)).status, 404);
  });
});
