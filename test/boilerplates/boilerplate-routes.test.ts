import assert from 'node:assert/strict';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const LIST = '/staff/boilerplates';
const BOILERPLATE = {
  labelDe: 'Über das Musterhaus',
  labelEn: 'About the sample house',
  textDe: 'Das <Musterhaus> ist erfunden.',
  textEn: 'The sample house is invented.',
};

describe('boilerplates at the desk', () => {
  let portal: TestPortal;
  let editor: Awaited<ReturnType<typeof signInAs>>;
  before(async () => {
    portal = await openPortal();
    editor = await signInAs(portal, 'editor');
  });
  after(() => portal.close());

  it('say what to do where there is none', async () => {
    assert.match((await editor.visit(LIST)).text, /Legen Sie den ersten an/);
  });

  it('are added by editors, listed in both languages, and said so', async () => {
    const answer = await editor.send(`${LIST}/new`, BOILERPLATE);
    assert.equal(answer.headers.location, LIST);
    const { text } = await editor.visit(LIST);
    assert.match(text, /Der Abbinder ist gespeichert\./);
    assert.match(text, /Das &lt;Musterhaus&gt; ist erfunden\.[\s\S]*The sample house is invented\./);
  });

  for (const field of ['labelDe', 'labelEn', 'textDe', 'textEn']) {
    it(`need ${field}, and keep the rest`, async () => {
      const answer = await editor.send(`${LIST}/new`, { ...BOILERPLATE, [field]: ' ' });
      assert.equal(answer.status, 400);
      assert.match(answer.text, new RegExp(`href="#${field}"`));
      assert.match(answer.text, field === 'labelEn' ? /Über das Musterhaus/ : /About the sample house/);
    });
  }

  it('tell the second of two editors, and keep what was typed', async () => {
    const [{ id }] = await portal.db('boilerplates');
    await editor.send(`${LIST}/${id}`, { ...BOILERPLATE, version: '1' });
    const late = await editor.send(`${LIST}/${id}`, { ...BOILERPLATE, textDe: 'Meine Worte.', version: '1' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Meine Worte\./);
    assert.match(late.text, /name="version" value="2"/);
  });

  it('are retired and offered again; a stale button changes nothing', async () => {
    const [{ id }] = await portal.db('boilerplates');
    await editor.send(LIST, { version: '2' }, `${LIST}/${id}/retire`);
    assert.match((await editor.visit(LIST)).text, /nicht mehr angeboten\.[\s\S]*Werden nicht mehr angeboten/);
    await editor.send(LIST, { version: '2' }, `${LIST}/${id}/offer`);
    assert.match((await editor.visit(LIST)).text, /Jemand anderes hat diesen Abbinder gerade geändert/);
    await editor.send(LIST, { version: '3' }, `${LIST}/${id}/offer`);
    assert.equal((await portal.db('boilerplates').where({ id }).first()).state, 'offered');
  });

  it('are read by auditors, and closed to reviewers', async () => {
    const auditor = await signInAs(portal, 'auditor');
    const { text } = await auditor.visit(LIST);
    assert.match(text, /Musterhaus/);
    assert.doesNotMatch(text, /Nicht mehr anbieten|Neuer Abbinder/);
    assert.equal((await auditor.visit(`${LIST}/new`)).status, 403);
    assert.equal((await (await signInAs(portal, 'reviewer')).visit(LIST)).status, 403);
    assert.equal((await editor.visit(`${LIST}/4711`)).status, 404);
  });
});
