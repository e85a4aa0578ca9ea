import assert from 'node:assert/strict';
import { createTranslation } from '../../src/releaselife/create-release.js';
import { aDraft, move } from '../releaselife/a-draft.js';
import { anEvent } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const LIST = '/staff/releases';

describe('the list of releases at the desk', () => {
  let portal: TestPortal;
  let editor: Awaited<ReturnType<typeof signInAs>>;
  beforeEach(async () => {
    portal = await openPortal();
    editor = await signInAs(portal, 'editor');
  });
  afterEach(() => portal.close());

  const titles = async (query = '') =>
    [...(await editor.visit(LIST + query)).text.matchAll(/is-wide"[^>]*><a [^>]*>([^<]*)</g)].map(
      ([, title]) => title,
    );

  it('says what to do where there is none', async () => {
    assert.match((await editor.visit(LIST)).text, /noch keine Medieninformation\. Legen Sie die erste an/);
  });

  it('shows both languages in one row, with state, moment and embargo', async () => {
    const embargoUntil = new Date('2024-10-24T07:15:00Z');
    const id = await aDraft(portal, editor.member, { plan: { embargoUntil } });
    await createTranslation(portal, editor.member, id);
    const { text } = await editor.visit(LIST);
    assert.deepEqual(await titles(), ['Digitale Verwaltung wächst']);
    assert.match(text, /Deutsch<\/a>[\s\S]*Entwurf[\s\S]*Englisch<\/a>[\s\S]*Entwurf/);
    assert.match(text, /sobald sie veröffentlicht wird/);
    assert.match(text, /Sperrfrist Donnerstag, 24\.\u00A0Oktober 2024, 9:15\u00A0Uhr\u00A0MESZ/);
  });

  it('narrows by state, language, event and words, and says when nothing fits', async () => {
    const event = await anEvent(portal);
    const content = { title: 'Von der Veranstaltung' };
    await aDraft(portal, editor.member, { content, plan: { eventId: event.id } });
    const id = await aDraft(portal, editor.member, { content: { title: 'Ohne Veranstaltung' } });
    await move(portal, editor.member, id, 'publish');
    assert.deepEqual(await titles('?state=published'), ['Ohne Veranstaltung']);
    assert.deepEqual(await titles('?state=draft'), ['Von der Veranstaltung']);
    assert.deepEqual(await titles(`?event=${event.id}`), ['Von der Veranstaltung']);
    assert.deepEqual(await titles('?q=OHNE'), ['Ohne Veranstaltung']);
    assert.deepEqual(await titles('?lang=de'), ['Ohne Veranstaltung', 'Von der Veranstaltung']);
    assert.deepEqual(await titles('?lang=en'), []);
    assert.match((await editor.visit(`${LIST}?lang=en`)).text, /Dazu gibt es keine Medieninformation/);
    assert.equal((await editor.visit(`${LIST}?state=x&page=-1&event=a&lang=fr`)).status, 200);
  });

  it('begins a release, and keeps what was entered where something is missing', async () => {
    const wrong = await editor.send(`${LIST}/new`, { title: ' ', language: 'en', event: '' });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /href="#title"[\s\S]*value="en" selected/);
    const answer = await editor.send(`${LIST}/new`, { title: 'Neu & wichtig', language: 'en', event: '' });
    assert.equal(answer.status, 303);
    const { text } = await editor.visit(String(answer.headers.location));
    assert.match(text, /<h1 lang="en">Neu &amp; wichtig<\/h1>/);
    assert.match(text, /Der Entwurf ist angelegt/);
  });

  it('is read by auditors, and closed to reviewers', async () => {
    const id = await aDraft(portal, editor.member);
    const auditor = await signInAs(portal, 'auditor');
    assert.doesNotMatch((await auditor.visit(LIST)).text, /Neue Medieninformation/);
    assert.equal((await auditor.visit(`${LIST}/new`)).status, 403);
    const { text } = await auditor.visit(`${LIST}/${id}`);
    assert.match(text, /Erster Absatz/);
    assert.doesNotMatch(text, /name="step"|Englische Fassung anlegen/);
    const reviewer = await signInAs(portal, 'reviewer');
    for (const page of [LIST, `${LIST}/${id}`]) assert.equal((await reviewer.visit(page)).status, 403);
  });
});
