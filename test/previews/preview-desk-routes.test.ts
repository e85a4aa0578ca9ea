import assert from 'node:assert/strict';
import { saveAccess } from '../../src/previews/access-repository.js';
import { checkPreviewLetter } from '../../src/previews/check-letter.js';
import { paths } from '../../src/previews/paths.js';
import { sendPreviewLetters } from '../../src/previews/send-letters.js';
import { addRelease } from '../newsroom/example-release.js';
import { anApplicant } from '../support/applicant.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { aRequest } from '../support/factories.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';
import { around, embargoed, previewToken, T } from './embargoed.js';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

onBothDatabases('previews at the desk', (open) => {
  let portal: TestPortal;
  let visitor: Browser;
  beforeEach(async () => {
    portal = await open();
    visitor = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  const letters = () => portal.db('outgoing_mails').where({ kind: 'previews:letters.preview' }).orderBy('id');

  it('are for the newsroom: editors write, auditors read, reviewers and check-in see nothing', async () => {
    const { release } = await embargoed(portal);
    const statuses: [Parameters<typeof signInAs>[1], number, number][] = [
      ['administrator', 200, 200],
      ['editor', 200, 200],
      ['auditor', 200, 403],
      ['reviewer', 403, 403],
      ['checkin', 403, 403],
    ];
    for (const [role, read, write] of statuses) {
      const desk = await signInAs(portal, role);
      assert.equal((await desk.visit(paths.desk)).status, read, role);
      assert.equal((await desk.visit(paths.openings({}))).status, read, role);
      assert.equal((await desk.visit(paths.letters(release.id))).status, write, role);
    }
    assert.equal((await visitor.visit(paths.desk)).status, 303);
  });

  it('write letters that the newsroom finds in the outbox, and nobody who may not know of the release', async () => {
    const { release } = await embargoed(portal);
    const writer = await signInAs(portal, 'editor');
    await writer.send(paths.letters(release.id), {});
    const [letter] = await letters();
    for (const [role, sees] of [
      ['administrator', true],
      ['editor', true],
      ['auditor', true],
      ['reviewer', false],
    ] as const) {
      const desk = await signInAs(portal, role);
      for (const address of ['/staff/outbox', '/staff/outbox?q=geheim'])
        assert.equal((await desk.visit(address)).text.includes('Noch geheim'), sees, role);
      assert.equal((await desk.visit(`/staff/outbox/${letter.id}`)).status, sees ? 200 : 404, role);
    }
  });

  it('say what is under embargo, who has access and who opened what', async () => {
    const { page, applicant, release, picture, token } = await embargoed(portal);
    await visitor.visit(page);
    await visitor.visit(`${page}.pdf`);
    await visitor.visit(paths.file('de', token, picture, 'print'));
    const editor = await signInAs(portal, 'editor');
    const desk = plain((await editor.visit(paths.desk)).text);
    for (const part of [
      'Noch geheim',
      'Beispielkongress',
      applicant.request.reference,
      'von einer Person',
      'an 0 von 1',
    ])
      assert.ok(desk.includes(part), part);
    const log = plain((await editor.visit(paths.openings({ release: release.id }))).text);
    assert.ok(log.indexOf(`Datei ${picture}/print`) < log.indexOf('PDF'));
    assert.ok(log.indexOf('PDF') < log.indexOf('>Seite<') || log.includes('Seite'));
    assert.ok(log.includes('10. Oktober 2024, 9:00 Uhr'));
    assert.equal((await editor.visit(`${paths.openings({})}?release=999`)).status, 404);
    assert.equal((await editor.visit(`${paths.openings({})}?page=unfug`)).status, 200);
  });

  it('find a person among many', async () => {
    const { applicant } = await embargoed(portal);
    const row = await portal.db('accreditation_requests').where({ id: applicant.request.id }).first();
    const many = Array.from({ length: 100 }, (_none, at) => ({
      ...{ ...row, id: row.id + 100 + at, reference: `K9-${at}`, submission: `s-${at}`, live_key: `l-${at}` },
      ...{ last_name: at === 99 ? 'Zuletzt' : 'Beispiel', email_key: `p-${at}@bote.example` },
    }));
    for (const each of many) await portal.db('accreditation_requests').insert(each);
    const editor = await signInAs(portal, 'editor');
    const first = (await editor.visit(paths.desk)).text;
    assert.match(first, /101 Personen, die ersten 100 stehen hier/);
    assert.doesNotMatch(first, /Mara Zuletzt/);
    const found = (await editor.visit(`${paths.desk}?q=zuletzt+beispielbote`)).text;
    assert.match(found, /Eine Person/);
    assert.match(found, /Mara Zuletzt/);
    assert.match((await editor.visit(`${paths.desk}?q=%3Cb%3E`)).text, /Niemand gefunden/);
  });

  it('say so when there is nothing', async () => {
    const editor = await signInAs(portal, 'editor');
    assert.match((await editor.visit(paths.desk)).text, /keine fertige Medieninformation/);
    assert.match((await editor.visit(paths.openings({}))).text, /Noch niemand/);
  });

  it('take one link back: the old one says so, the new one stands on the status page', async () => {
    const { page, applicant } = await embargoed(portal);
    const other = await aRequest(portal, { event: applicant.event });
    await portal.db('accreditation_requests').where({ id: other.id }).update({ shown_state: 'approved' });
    const editor = await signInAs(portal, 'editor');
    const { reference, id } = applicant.request;
    const done = await editor.send(paths.desk, {}, paths.steer(reference, 'renew'));
    assert.equal(done.headers.location, paths.desk);
    assert.match((await editor.visit(paths.desk)).text, /Der alte Link von Mara Musterfeld/);
    const old = await visitor.visit(page);
    assert.equal(old.status, 410);
    assert.match(old.text, /durch einen neuen ersetzt/);
    const renewed = page.replace(/preview\/[^/]+/, `preview/${previewToken(portal, id, 2)}`);
    assert.equal((await visitor.visit(renewed)).status, 200);
    assert.ok((await visitor.visit(applicant.page)).text.includes(renewed));
    const others = page.replace(/preview\/[^/]+/, `preview/${previewToken(portal, other.id)}`);
    assert.equal((await visitor.visit(others)).status, 200);
    const audit = await portal.db('audit_entries').where({ action: 'preview.renew' }).first();
    assert.equal(audit.subject, `request:${id}`);
  });

  it('block one person and allow them again, with a new link', async () => {
    const { page, applicant } = await embargoed(portal);
    const editor = await signInAs(portal, 'editor');
    const { reference, id } = applicant.request;
    await editor.send(paths.desk, {}, paths.steer(reference, 'block'));
    assert.match((await visitor.visit(page)).text, /hat diese Vorschau gesperrt/);
    const status = (await visitor.visit(applicant.page)).text;
    assert.match(status, /hat Ihre Vorschau gesperrt/);
    assert.doesNotMatch(status, /press\/preview|Noch geheim/);
    await editor.send(paths.desk, {}, paths.steer(reference, 'block'));
    assert.match((await editor.visit(paths.desk)).text, /Vielleicht war jemand aus dem Team schneller/);
    await editor.send(paths.desk, {}, paths.steer(reference, 'allow'));
    assert.equal((await visitor.visit(page)).status, 410);
    const renewed = page.replace(/preview\/[^/]+/, `preview/${previewToken(portal, id, 3)}`);
    assert.equal((await visitor.visit(renewed)).status, 200);
    assert.equal((await editor.send(paths.desk, {}, paths.steer('K0-XXXX', 'block'))).status, 404);
  });

  it('send the link to all accredited press of the event, each in their language and once', async () => {
    const { release, applicant } = await embargoed(portal);
    const { event } = applicant;
    await addRelease(portal.db, {
      ...{ slug: 'secret', title: 'Still secret', language: 'en', pair: release.pair },
      ...{ eventId: event.id, embargoUntil: T },
    });
    const english = await aRequest(portal, { event, lang: 'en', input: { firstName: 'Erin' } });
    const blocked = await aRequest(portal, { event });
    const undecided = await aRequest(portal, { event });
    await anApplicant(portal, { state: 'approved' });
    await portal
      .db('accreditation_requests')
      .whereIn('id', [english.id, blocked.id])
      .update({ state: 'approved', shown_state: 'approved' });
    await portal.db.transaction((trx) =>
      saveAccess(trx, blocked.id, { version: 2, state: 'blocked' }, MORNING),
    );
    const editor = await signInAs(portal, 'editor');
    const confirm = plain((await editor.visit(paths.letters(release.id))).text);
    assert.match(confirm, /2 zugelassene Personen bekommen das Schreiben/);
    assert.match(confirm, /Eine Person ist gesperrt/);
    assert.match(confirm, /\[persönlicher Link\]/);
    assert.doesNotMatch(confirm, /press\/preview\/1/);
    const done = await editor.send(paths.letters(release.id), {});
    assert.equal(done.status, 303);
    assert.match((await editor.visit(paths.desk)).text, /2 Schreiben liegen im Postausgang/);
    const queued = await letters();
    assert.deepEqual(
      queued.map(({ recipient }) => recipient).sort(),
      [applicant.request.email, english.email].sort(),
    );
    for (const { body } of queued)
      assert.ok(body.includes('{link}'), 'the link exists only while it is sent');
    const sent = (await portal.sendMails()).filter(({ subject }) => /geheim|secret/.test(subject));
    const german = sent.find(({ to }) => to === applicant.request.email)!;
    assert.match(plain(german.text), /Sperrfrist: Donnerstag, 24\. Oktober 2024, 9:15 Uhr MESZ/);
    const link = /https:\/\/press\.example(\S+)/.exec(german.text)![1]!;
    assert.match((await visitor.visit(link)).text, /Noch geheim/);
    const other = sent.find(({ to }) => to === english.email)!;
    assert.match(other.subject, /Embargo: .*CEST – Still secret/);
    assert.match(other.text, /https:\/\/press\.example\/en\/press\/preview\/\S+\/2024\/secret/);
    assert.equal(await sendPreviewLetters(portal, 'staff:1', release.id), 0);
    assert.equal((await letters()).length, 2);
    await portal.db('accreditation_requests').where({ id: undecided.id }).update({ shown_state: 'approved' });
    assert.equal(await sendPreviewLetters(portal, 'staff:1', release.id), 1);
    assert.match((await editor.visit(paths.letters(release.id))).text, /3 Personen haben es schon/);
  });

  it('write to nobody twice when two members press at once', async () => {
    const { release } = await embargoed(portal);
    const counts = await Promise.all([
      sendPreviewLetters(portal, 'staff:1', release.id),
      sendPreviewLetters(portal, 'staff:2', release.id),
    ]);
    assert.deepEqual(counts.sort(), [0, 1]);
    assert.equal((await letters()).length, 1);
  });

  it('send nothing about what is not under embargo (any more)', async () => {
    const { release } = await embargoed(portal);
    const free = await addRelease(portal.db, { eventId: release.eventId });
    const editor = await signInAs(portal, 'editor');
    for (const id of [free.id, 999]) {
      assert.equal((await editor.visit(paths.letters(id))).status, 404);
      assert.equal((await editor.send(paths.desk, {}, paths.letters(id))).status, 404);
    }
    portal.moveClock(T);
    assert.equal((await editor.send('/staff/account', {}, paths.letters(release.id))).status, 404);
  });

  it('let no letter leave that is not true any more', async () => {
    const { release, applicant } = await embargoed(portal);
    const letterNow = async () => {
      await portal.db('preview_letters').delete();
      await sendPreviewLetters(portal, 'staff:1', release.id);
      const row = (await letters()).at(-1);
      return { ...row, link: JSON.parse(row.link), lang: row.language };
    };
    const good = await letterNow();
    assert.equal(await checkPreviewLetter(portal, good), undefined);
    assert.equal(await checkPreviewLetter(portal, { ...good, kind: 'other:letters.x' }), undefined);
    const moved = { embargo_until: around(60).toISOString() };
    await portal.db('releases').where({ id: release.id }).update(moved);
    assert.equal(await checkPreviewLetter(portal, good), 'previews:withheld.lapsed');
    const again = await letterNow();
    assert.equal(await checkPreviewLetter(portal, again), undefined);
    portal.moveClock(around(60));
    assert.equal(await checkPreviewLetter(portal, again), 'previews:withheld.lapsed');
    portal.moveClock(MORNING);
    await portal.db.transaction((trx) =>
      saveAccess(trx, applicant.request.id, { version: 2, state: 'open' }, MORNING),
    );
    assert.equal(await checkPreviewLetter(portal, again), 'previews:withheld.refused');
    const sent = await portal.sendMails();
    assert.deepEqual(
      sent.filter(({ subject }) => subject.includes('geheim')),
      [],
    );
    assert.match((await letters()).at(-1).last_error, /previews:withheld\.refused/);
  });
});
