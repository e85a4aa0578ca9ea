import assert from 'node:assert/strict';
import { enterEdit } from '../../src/releasedesk/entries.js';
import { editOf } from '../../src/releaselife/desk.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { aDraft, move } from '../releaselife/a-draft.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('changing what the public reads', () => {
  let portal: TestPortal;
  let editor: Awaited<ReturnType<typeof signInAs>>;
  let id: number;
  let page: string;
  beforeEach(async () => {
    portal = await openPortal();
    editor = await signInAs(portal, 'editor');
    id = await aDraft(portal, editor.member, { content: { teaser: 'Rund 400 <Angemeldete>.' } });
    await move(portal, editor.member, id, 'publish');
    page = `/staff/releases/${id}`;
  });
  afterEach(() => portal.close());

  const send = async (changes: Record<string, string> = {}) => {
    const desk = await getDeskRelease(portal.db, id);
    const entered = enterEdit(editOf(desk)) as Record<string, string | string[]>;
    return editor.send(page, { ...entered, revision: String(desk.revision), step: 'save', ...changes });
  };
  const releaseNow = async () => (await getDeskRelease(portal.db, id)).release;
  const NEW = { teaser: 'Rund 500 <Angemeldete>.' };

  it('asks first, shows the difference word by word, and changes nothing yet', async () => {
    const { status, text } = await send(NEW);
    assert.equal(status, 200);
    assert.match(text, /<del>[\s\S]*400<\/del><ins>[\s\S]*500<\/ins> &lt;Angemeldete&gt;\./);
    assert.match(text, /type="hidden" name="teaser" value="Rund 500 &lt;Angemeldete&gt;\."/);
    assert.match(text, /Es wird Fassung 2 mit einer öffentlichen Notiz/);
    assert.equal((await releaseNow()).teaser, 'Rund 400 <Angemeldete>.');
  });

  it('keeps what was typed for whoever leaves the question, until it is answered', async () => {
    await send(NEW);
    assert.match((await editor.visit(page)).text, /geschrieben und nicht gespeichert/);
    assert.match((await editor.visit(`${page}?text=autosave`)).text, />\nRund 500 &lt;Angemeldete&gt;\.</);
    await send({ ...NEW, kind: 'mend', note: '' });
    assert.doesNotMatch((await editor.visit(page)).text, /nicht gespeichert/);
  });

  it('publishes a correction with its note', async () => {
    const answer = await send({ ...NEW, kind: 'correct', note: 'Richtig sind 500.' });
    assert.equal(answer.status, 303);
    const { version, state, correction } = await releaseNow();
    assert.deepEqual([version, state, correction?.text], [2, 'corrected', 'Richtig sind 500.']);
    assert.match((await editor.visit(page)).text, /Die Berichtigung ist veröffentlicht/);
  });

  it('mends a typo without a note', async () => {
    await send({ ...NEW, kind: 'mend', note: '' });
    const { version, correction, teaser } = await releaseNow();
    assert.deepEqual([version, correction, teaser], [1, undefined, NEW.teaser]);
  });

  it('needs the choice, and a note for a correction', async () => {
    for (const [fields, field] of [
      [{ note: 'Nur eine Notiz.' }, 'kind'],
      [{ kind: 'correct', note: ' ' }, 'note'],
    ] as const) {
      const { status, text } = await send({ ...NEW, ...fields });
      assert.equal(status, 400);
      assert.match(text, new RegExp(`href="#${field}"`));
      assert.match(text, /name="teaser" value="Rund 500/);
    }
    assert.equal((await releaseNow()).version, 1);
  });

  it('leads back to the editor with everything that was typed', async () => {
    assert.match((await send({ ...NEW, step: 'preview' })).text, />\nRund 500 &lt;Angemeldete&gt;\.</);
  });

  it('says where nothing changed, and publishes no gap', async () => {
    assert.equal((await send()).headers.location, page);
    assert.match((await editor.visit(page)).text, /Es hat sich nichts geändert/);
    const gap = await send({ body: '' });
    assert.equal(gap.status, 400);
    assert.match(gap.text, /href="#body"/);
  });
});
