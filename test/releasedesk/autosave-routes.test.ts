import assert from 'node:assert/strict';
import { saveRelease } from '../../src/releaselife/save-release.js';
import { aDraft, edit, seenOf } from '../releaselife/a-draft.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs, someMember } from '../support/staff.js';

describe('keeping what is typed at the desk', () => {
  let portal: TestPortal;
  let editor: Awaited<ReturnType<typeof signInAs>>;
  let id: number;
  let page: string;
  beforeEach(async () => {
    portal = await openPortal();
    editor = await signInAs(portal, 'editor');
    id = await aDraft(portal, editor.member);
    page = `/staff/releases/${id}`;
  });
  afterEach(() => portal.close());

  const keep = async (teaser: string, revision: number) =>
    editor.send(page, { title: 'Titel', teaser, revision: String(revision) }, `${page}/autosave`);

  it('answers with the time, offers the text on reopening, and discards it when told', async () => {
    const { revision } = await seenOf(portal, id);
    const answer = await keep('Halb getippt.', revision);
    assert.deepEqual(answer.body, { text: 'Gesichert 9:00\u00A0Uhr', overtaken: '' });
    const { text } = await editor.visit(page);
    assert.match(text, /geschrieben und nicht gespeichert[\s\S]*\?text=autosave">Weiterschreiben/);
    assert.match(text, />\nDer Vorspann\.</);
    assert.match(
      (await editor.visit(`${page}?text=autosave`)).text,
      /noch nicht gespeichert[\s\S]*>\nHalb getippt\.</,
    );
    assert.equal((await editor.send(page, {}, `${page}/autosave/discard`)).status, 303);
    assert.doesNotMatch((await editor.visit(page)).text, /nicht gespeichert/);
  });

  it('tells while somebody writes that a colleague saved, and shows both on reopening', async () => {
    const seen = await seenOf(portal, id);
    const mia = await someMember(portal, 'editor');
    await saveRelease(portal, mia, seen, await edit(portal, id, { teaser: 'Ihrer.' }));
    const answer = await keep('Meiner.', seen.revision);
    assert.match(answer.body.overtaken, /Jemand aus dem Team hat diesen Text inzwischen gespeichert/);
    const { text } = await editor.visit(`${page}?text=autosave`);
    assert.match(text, /<del>[\s\S]*Ihrer\.<\/del>[\s\S]*Meiner\./);
    assert.match(text, new RegExp(`name="revision" value="${seen.revision + 1}"`));
  });

  it('belongs to one member, and needs the token and the right', async () => {
    const { revision } = await seenOf(portal, id);
    await keep('Nur meiner.', revision);
    const other = await signInAs(portal, 'editor');
    assert.doesNotMatch((await other.visit(page)).text, /nicht gespeichert/);
    const bare = await editor.agent.post(`${page}/autosave`).type('form').send({ teaser: 'x' });
    assert.equal(bare.status, 403);
    const auditor = await signInAs(portal, 'auditor');
    assert.equal((await auditor.send('/staff/account', { teaser: 'x' }, `${page}/autosave`)).status, 403);
  });
});
