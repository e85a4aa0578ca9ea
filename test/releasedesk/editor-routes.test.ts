import assert from 'node:assert/strict';
import { addBoilerplate } from '../../src/boilerplates/change-boilerplate.js';
import { enterEdit } from '../../src/releasedesk/entries.js';
import { editOf } from '../../src/releaselife/desk.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { removeRelease } from '../../src/releaselife/remove-release.js';
import { saveRelease } from '../../src/releaselife/save-release.js';
import { addRelease } from '../newsroom/example-release.js';
import { aDraft, anAttachment, edit, historyOf, move, seenOf } from '../releaselife/a-draft.js';
import { openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signedIn, signInAs, someMember } from '../support/staff.js';

describe('writing a release at the desk', () => {
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

  const filled = async (changes: Record<string, string | string[]> = {}) => {
    const desk = await getDeskRelease(portal.db, id);
    const entered = enterEdit(editOf(desk)) as Record<string, string | string[]>;
    return { ...entered, revision: String(desk.revision), step: 'save', ...changes };
  };
  const send = async (changes: Record<string, string | string[]> = {}) =>
    editor.send(page, await filled(changes));
  const releaseNow = async () => (await getDeskRelease(portal.db, id)).release;

  it('says at each attachment how it stands beside the embargo, and leads to its page', async () => {
    const early = new Date('2024-10-23T16:00:00Z');
    const assets = [
      await anAttachment(portal, { state: 'draft' }),
      await anAttachment(portal, { state: 'draft', credit: '', licensor: '' }),
      await anAttachment(portal),
      await anAttachment(portal, { embargoUntil: early }),
    ];
    const fields = { 'assets[]': assets.map(({ slug }) => slug), embargoUntil: '2024-10-24T09:15' };
    assert.equal((await send(fields)).status, 303);
    const { text } = await editor.visit(page);
    assert.match(text, /wird mit der Medieninformation veröffentlicht, die Sperrfrist gilt mit/);
    assert.match(text, /noch nicht vollständig[\s\S]*schon öffentlich, ohne Sperrfrist/);
    assert.match(text, /eigene Sperrfrist bis [^<]*23\.\sOktober[^<]*, früher als die Medieninformation/);
    for (const { id } of assets) assert.match(text, new RegExp(`href="/staff/media/${id}"`));
    const reader = await signedIn(portal, await someMember(portal, 'editor', { language: 'en' }));
    assert.match((await reader.visit(page)).text, /public already, without an embargo/);
  });

  it('shows the text beside its preview, sanitised', async () => {
    const body = '## Zwischentitel\n\n<script>alert(1)</script> [x](javascript:alert(1))';
    const { status, text } = await send({ body, step: 'preview' });
    assert.equal(status, 200);
    assert.match(text, /<h2>Zwischentitel<\/h2>/);
    assert.doesNotMatch(text, /<script>alert|href="javascript/);
    assert.match(text, /&lt;script&gt;alert\(1\)/);
    assert.equal((await releaseNow()).body, 'Erster Absatz.\n\nZweiter Absatz.');
  });

  it('names what is still missing, from what is typed and not from what is saved', async () => {
    const { text } = await send({ teaser: '', step: 'preview' });
    assert.match(text, /fehlt noch eine Angabe[\s\S]*href="#teaser">Anriss</);
    assert.doesNotMatch((await editor.visit(page)).text, /fehlt noch/);
  });

  it('saves, says so, and goes on to the next step when asked', async () => {
    const answer = await send({ teaser: 'Neuer Vorspann.' });
    assert.deepEqual([answer.status, answer.headers.location], [303, page]);
    assert.match((await editor.visit(page)).text, /Der Text ist gespeichert/);
    assert.equal((await releaseNow()).teaser, 'Neuer Vorspann.');
    const next = await send({ teaser: 'Noch neuer.', step: 'next:publish' });
    assert.equal(next.headers.location, `${page}/steps/publish`);
    assert.equal((await releaseNow()).teaser, 'Noch neuer.');
  });

  for (const [field, value, message] of [
    ['title', ' ', /Titel: Bitte füllen Sie/],
    ['contactEmail', 'keine Adresse', /E-Mail: Bitte geben Sie eine gültige/],
    ['contactPhone', 'ruf an', /Telefon: Bitte schreiben Sie die Nummer/],
    ['teaser', 'x'.repeat(601), /Anriss: Bitte kürzen Sie/],
    ['quoteText1', 'Ohne Namen gesagt.', /Wer Zitat 1 sagt: Bitte füllen Sie/],
    ['embargoUntil', 'morgen', /Sperrfrist bis: Das ist kein Zeitpunkt/],
    ['event', '4711', /Veranstaltung: Bitte wählen Sie eine Veranstaltung/],
    ['when', '', /Wann sie erscheint: Bitte wählen Sie/],
  ] as const) {
    it(`refuses “${value.slice(0, 20)}” as ${field}, and loses nothing that was typed`, async () => {
      const { status, text } = await send({ subtitle: 'Mein Untertitel', [field]: value });
      assert.equal(status, 400);
      assert.match(text, message);
      assert.match(text, /value="Mein Untertitel"/);
      assert.deepEqual(await historyOf(portal, id), ['created', 'saved']);
    });
  }

  it('asks which of the two is meant where an hour exists twice', async () => {
    const both = { when: 'at', publishAt: '2024-10-27T02:30', embargoUntil: '2024-10-27T02:30' };
    const asked = await send(both);
    assert.equal(asked.status, 400);
    assert.match(asked.text, /id="publishAtOffsetSummer"[\s\S]*id="embargoUntilOffsetWinter"/);
    const offsets = { publishAtOffset: '+02:00', embargoUntilOffset: '+01:00' };
    assert.equal((await send({ ...both, ...offsets })).status, 303);
    const { publishAt, embargoUntil } = await releaseNow();
    assert.deepEqual(publishAt, new Date('2024-10-27T00:30:00Z'));
    assert.deepEqual(embargoUntil, new Date('2024-10-27T01:30:00Z'));
    assert.match((await editor.visit(page)).text, /id="embargoUntilOffsetWinter"[^>]*checked/);
  });

  it('adds and removes quotes, and chooses and orders attachments, all without saving', async () => {
    const added = await send({ step: 'quote-add' });
    assert.match(added.text, /name="quoteText1"/);
    assert.match(added.text, / data-unsaved data-autosave=/);
    assert.doesNotMatch((await editor.visit(page)).text, /data-unsaved/);
    const removed = await send({ quoteText1: 'a', quoteSpeaker1: 'b', step: 'quote-remove:1' });
    assert.doesNotMatch(removed.text, /name="quoteText1"/);
    const moved = await send({ 'assets[]': ['a', 'b'], 'addAssets[]': 'c', step: 'asset-down:a' });
    assert.match(moved.text, /value="b"[\s\S]*name="assets\[\]" value="a"/);
    assert.deepEqual(await historyOf(portal, id), ['created', 'saved']);
  });

  it('takes a boilerplate over in the language of the release', async () => {
    const text = { de: 'Über das Musterhaus.', en: 'About the sample house.' };
    await addBoilerplate(portal, 'staff:1', { label: { de: 'Haus', en: 'House' }, text });
    const [{ id: chosen }] = await portal.db('boilerplates');
    const answer = await send({ boilerplateChoice: String(chosen), step: 'boilerplate' });
    assert.match(answer.text, /name="boilerplate"[^>]*>\nÜber das Musterhaus\.</);
  });

  it('shows both texts when a colleague saved meanwhile, and keeps mine until I decide', async () => {
    const mine = await filled({ teaser: 'Mein Vorspann.' });
    const mia = await someMember(portal, 'editor', { name: 'Mia Vorlage' });
    const seen = await seenOf(portal, id);
    await saveRelease(portal, mia, seen, await edit(portal, id, { teaser: 'Ihr Vorspann.' }));
    const late = await editor.send(page, mine);
    assert.equal(late.status, 409);
    assert.match(late.text, /Mia Vorlage hat um 9:00\u00A0Uhr eine andere Fassung gespeichert/);
    assert.match(late.text, /<del>[\s\S]*Ihr<\/del><ins>[\s\S]*Mein<\/ins>/);
    assert.match(late.text, /name="teaser"[^>]*>\nMein Vorspann\.</);
    const revision = /name="revision" value="(\d+)"/.exec(late.text)![1]!;
    assert.equal(Number(revision), seen.revision + 1);

    const again = await editor.visit(page);
    assert.match(again.text, /geschrieben und nicht gespeichert/);
    assert.match((await editor.visit(`${page}?text=autosave`)).text, />\nMein Vorspann\.</);

    const saved = await editor.send(page, { ...mine, revision });
    assert.equal(saved.status, 303);
    assert.equal((await releaseNow()).teaser, 'Mein Vorspann.');
    const history = await portal.db('release_history').where({ release_id: id }).orderBy('id');
    assert.match(history.at(-2).content, /Ihr Vorspann\./);
  });

  it('keeps a text of another day in the history when a colleague was faster before I decided about it', async () => {
    const revision = String((await seenOf(portal, id)).revision);
    await editor.send(page, { title: 'Titel', teaser: 'Von gestern.', revision }, `${page}/autosave`);
    const mine = await filled({ teaser: 'Von heute.', undecided: 'yes' });
    const mia = await someMember(portal, 'editor');
    await saveRelease(portal, mia, await seenOf(portal, id), await edit(portal, id, { teaser: 'Ihrer.' }));
    assert.equal((await editor.send(page, mine)).status, 409);
    assert.match((await editor.visit(`${page}?text=autosave`)).text, />\nVon heute\.</);
    const history = await portal.db('release_history').where({ release_id: id }).orderBy('id');
    assert.equal(history.at(-1).action, 'discarded');
    assert.match(history.at(-1).content, /Von gestern\./);
  });

  it('gives the words back when a colleague deleted the draft, and when I was signed out', async () => {
    const mine = await filled({ teaser: 'Mit Sorgfalt <geschrieben>.' });
    const formToken = await editor.tokenAt(page);
    const stranger = openBrowser(portal.app);
    const signedOut = await stranger.agent
      .post(page)
      .type('form')
      .send({ ...mine, formToken });
    assert.equal(signedOut.status, 403);
    assert.match(signedOut.text, /Mit Sorgfalt &lt;geschrieben&gt;\./);
    const other = await stranger.agent
      .post(page)
      .set('Sec-Fetch-Site', 'cross-site')
      .type('form')
      .send({ ...mine, formToken });
    assert.doesNotMatch(other.text, /Mit Sorgfalt/);
    await removeRelease(portal, await someMember(portal, 'editor'), await seenOf(portal, id));
    const deleted = await editor.agent
      .post(page)
      .type('form')
      .send({ ...mine, formToken });
    assert.equal(deleted.status, 404);
    assert.match(deleted.text, /Mit Sorgfalt &lt;geschrieben&gt;\./);
  });

  it('takes no boilerplate and no revision that does not exist, and loses nothing over it', async () => {
    for (const boilerplateChoice of ['999', 'unfug', '1.5', '99999999999999']) {
      const { status, text } = await send({ step: 'boilerplate', boilerplateChoice, teaser: 'Getippt.' });
      assert.equal(status, 200);
      assert.match(text, />\nGetippt\.</);
    }
    for (const revision of ['1.5', '1e300', '-1', 'unfug'])
      assert.equal((await send({ revision, teaser: 'Getippt.' })).status, 409);
  });

  it('shows a colleague’s other embargo beside mine too, so that nobody overwrites it unseen', async () => {
    const mine = await filled({ teaser: 'Mein Vorspann.' });
    const mia = await someMember(portal, 'editor');
    const { content, plan } = await edit(portal, id, {});
    const embargoUntil = new Date('2024-10-24T07:15:00Z');
    const theirs = { content, plan: { ...plan, embargoUntil } };
    await saveRelease(portal, mia, await seenOf(portal, id), theirs);
    const { text } = await editor.send(page, mine);
    assert.match(
      text,
      /Sperrfrist bis<\/p>\s*<div class="desk-plain"><del>[\s\S]*?9:15\u00A0Uhr\u00A0MESZ<\/del>/,
    );
  });

  it('brings back nothing that was taken out before the window was closed', async () => {
    const quotes = [{ text: 'Weg damit.', speaker: 'Erika Mustermann', function: '' }];
    const { plan } = await edit(portal, id, {});
    const content = { ...(await edit(portal, id, { quotes, assets: ['logo'] })).content };
    await saveRelease(portal, editor.member, await seenOf(portal, id), { content, plan });
    const kept = Object.entries(await filled()).filter(([name]) => !/^quote|^assets/.test(name));
    await editor.send(page, Object.fromEntries(kept) as Record<string, string>, `${page}/autosave`);
    const { text } = await editor.visit(`${page}?text=autosave`);
    assert.doesNotMatch(text, /name="quoteText1"|name="assets\[\]" value="logo"/);
  });

  it('lets me take the colleague’s text; what I typed stays in the history', async () => {
    const mine = await filled({ teaser: 'Mein Vorspann.' });
    const mia = await someMember(portal, 'editor');
    await saveRelease(portal, mia, await seenOf(portal, id), await edit(portal, id, { teaser: 'Ihrer.' }));
    await editor.send(page, mine);
    await editor.send(page, { ...mine, step: 'theirs' });
    assert.equal((await releaseNow()).teaser, 'Ihrer.');
    const { text } = await editor.visit(page);
    assert.match(text, /Es gilt der Text aus dem Team/);
    const entry = /\/history\/(\d+)/.exec(text)![1]!;
    const kept = await editor.visit(`${page}/history/${entry}`);
    assert.match(kept.text, /Nicht übernommen[\s\S]*Mein Vorspann\./);
    assert.match((await editor.visit(`${page}?text=${entry}`)).text, />\nMein Vorspann\.</);
  });

  it('keeps what is typed when the release was scheduled meanwhile', async () => {
    const mine = await filled({ teaser: 'Zu spät getippt.' });
    const later = { when: 'at', publishAt: '2024-10-24T09:15' };
    await send(later);
    await move(portal, editor.member, id, 'publish');
    const late = await editor.send('/staff/releases/new', mine, page);
    assert.equal(late.status, 409);
    assert.match(late.text, /lässt sich jetzt nicht mehr ändern[\s\S]*spät getippt\./);
  });

  it('keeps an earlier text of mine while I have not said what becomes of it', async () => {
    const kept = await filled({ teaser: 'Von gestern.' });
    await editor.send(page, kept, `${page}/autosave`);
    const { text } = await editor.visit(page);
    assert.match(text, /name="undecided" value="yes"/);
    assert.doesNotMatch(text, /data-autosave="/);
    await send({ teaser: 'Von heute.', undecided: 'yes' });
    assert.match((await editor.visit(`${page}?text=autosave`)).text, />\nVon gestern\.</);
  });

  it('adds the other language and links both', async () => {
    const answer = await editor.send(page, {}, `${page}/translation`);
    const english = String(answer.headers.location);
    assert.notEqual(english, page);
    const { text } = await editor.visit(english);
    assert.match(text, new RegExp(`href="${page}">Deutsch \\(Entwurf\\)</a>`));
    assert.match(text, /aria-current="true">Englisch \(Entwurf\)/);
    assert.match(text, /<div class="desk-stack" lang="en">/);
  });

  it('says so where nothing happened at the desk yet', async () => {
    const { id: loaded } = await addRelease(portal.db);
    assert.match((await editor.visit(`/staff/releases/${loaded}`)).text, /ist damit noch nichts geschehen/);
  });

  it('knows no other address', async () => {
    for (const path of ['0', '4711', 'x', `${id}/history/4711`, `${id}/steps/fly`])
      assert.equal((await editor.visit(`/staff/releases/${path}`)).status, 404, path);
  });
});
