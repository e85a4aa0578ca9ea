import assert from 'node:assert/strict';
import { addHistory, changeRequest, findRequest } from '../../src/accreditation/index.js';
import { changeMail, claimMail, listMailsAbout } from '../../src/platform/outbox-repository.js';
import { anEvent, aPdf, aPng, aRequest, aSlot } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';
import { signInAs, someMember } from '../support/staff.js';

describe('a request at the desk', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  const addressOf = ({ reference }: { reference: string }) => `/staff/requests/${reference}`;

  it('shows person, outlet, hints and proof, and looking changes nothing', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const request = await aRequest(portal, {
      input: { lastName: '<O’Brien>', email: 'mara@gmx.de', outletName: 'Beispielbote' },
      upload: { originalName: 'Ausweis.png', kind: 'image/png', content: await aPng() },
    });
    const page = await desk.visit(addressOf(request));
    assert.equal(page.status, 200);
    assert.match(page.text, /&lt;O’Brien&gt;/);
    assert.match(page.text, /Postfach für alle/);
    assert.match(page.text, />Nachweis: [^<]+, 1 Dokument</);
    assert.match(page.text, /<img src="\/staff\/requests\/[\w-]+\/documents\/\d+"/);
    assert.match(page.text, /href="https:\/\/beispielbote\.example\/impressum" rel="noreferrer noopener"/);
    const after = await findRequest(portal.db, request.id);
    assert.deepEqual([after?.state, after?.version], ['received', request.version]);
  });

  it('never makes a link of an address that is none', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const request = await aRequest(portal, {
      input: { outletWebsite: 'javascript://a.example/%0aalert(1)' },
    });
    assert.doesNotMatch((await desk.visit(addressOf(request))).text, /href="javascript:/);
  });

  it('frames a PDF', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const upload = { originalName: 'Auftrag.pdf', kind: 'application/pdf', content: aPdf() } as const;
    const page = await desk.visit(addressOf(await aRequest(portal, { upload })));
    assert.match(
      page.text,
      /<iframe src="\/staff\/requests\/[\w-]+\/documents\/\d+" title="[^"]*Auftrag\.pdf"/,
    );
  });

  it('shows auditors everything but the proof, and no way to decide', async () => {
    const desk = await signInAs(portal, 'auditor');
    const upload = { originalName: 'Ausweis.png', kind: 'image/png', content: await aPng() } as const;
    const page = await desk.visit(addressOf(await aRequest(portal, { upload })));
    assert.match(page.text, /Ihre Rolle sieht keine Nachweise/);
    assert.doesNotMatch(page.text, /documents\/|Ausweis\.png|decision"|name="note"/);
  });

  it('lets a reviewer take it into review, which makes it theirs', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const request = await aRequest(portal);
    const answer = await desk.send(addressOf(request), {}, `${addressOf(request)}/review`);
    assert.equal(answer.headers.location, addressOf(request));
    const taken = await findRequest(portal.db, request.id);
    assert.deepEqual(
      [taken?.state, taken?.shownState, taken?.assignedTo],
      ['in_review', 'in_review', desk.member.id],
    );
    await desk.send(addressOf(request), {}, `${addressOf(request)}/review`);
    assert.match((await desk.visit(addressOf(request))).text, /Jemand anderes war schneller/);
  });

  it('is handed to a colleague who may decide, and to nobody else', async () => {
    const desk = await signInAs(portal, 'administrator');
    const [reviewer, editor] = [await someMember(portal, 'reviewer'), await someMember(portal, 'editor')];
    const request = await aRequest(portal);
    const assign = (member: string) =>
      desk.send(addressOf(request), { member }, `${addressOf(request)}/assignment`);
    assert.equal((await assign(String(reviewer.id))).status, 303);
    assert.equal((await findRequest(portal.db, request.id))?.assignedTo, reviewer.id);
    assert.equal((await assign(String(editor.id))).status, 404);
    await assign('');
    assert.equal((await findRequest(portal.db, request.id))?.assignedTo, undefined);
  });

  it('keeps internal notes, and asks for words where there are none', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const request = await aRequest(portal);
    const note = (text: string) =>
      desk.send(addressOf(request), { note: text }, `${addressOf(request)}/notes`);
    assert.equal((await note('Redaktion bestätigt <am Telefon>.')).status, 303);
    assert.match((await desk.visit(addressOf(request))).text, /Redaktion bestätigt &lt;am Telefon&gt;\./);
    const empty = await note('  ');
    assert.equal(empty.status, 400);
    assert.match(empty.text, /href="#note"/);
    const long = await note('x'.repeat(4001));
    assert.equal(long.status, 400);
    assert.match(long.text, /x{4001}/);
  });

  it('carries messages to the applicant: into the thread and out as a letter', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const request = await aRequest(portal);
    const write = (message: string) =>
      desk.send(addressOf(request), { message }, `${addressOf(request)}/messages`);
    assert.equal((await write('')).status, 400);
    assert.equal((await write('Der Eingang ist im Norden.')).status, 303);
    assert.match((await desk.visit(addressOf(request))).text, /is-us[\s\S]*Der Eingang ist im Norden\./);
    const letter = (await portal.sendMails()).find(({ text }) => text.includes('Der Eingang ist im Norden.'));
    assert.equal(letter?.to, request.email);
    await changeRequest(
      portal.db,
      (await findRequest(portal.db, request.id))!,
      { state: 'withdrawn', shownState: 'withdrawn' },
      MORNING,
    );
    const late = await write('Zu spät.');
    assert.equal(late.status, 409);
    assert.match(late.text, /Ihre Nachricht ging nicht hinaus/);
    assert.match(late.text, /Zu spät\.<\/textarea>/);
    assert.doesNotMatch((await desk.visit(addressOf(request))).text, /Zu spät\./);
  });

  it('sends a message and keeps a note once, also on a double click', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const request = await aRequest(portal);
    const formToken = await desk.tokenAt(addressOf(request));
    const twice = (fields: Record<string, string>, path: string) => {
      const click = () => desk.agent.post(`${addressOf(request)}/${path}`).type('form');
      return Promise.all([click().send({ formToken, ...fields }), click().send({ formToken, ...fields })]);
    };
    const sent = await twice({ message: 'Der Eingang ist im Norden.' }, 'messages');
    const noted = await twice({ note: 'Am Telefon bestätigt.' }, 'notes');
    assert.deepEqual(
      [...sent, ...noted].map(({ status }) => status),
      [303, 303, 303, 303],
    );
    const letters = (await portal.sendMails()).filter(({ text }) => text.includes('Eingang ist im Norden'));
    assert.equal(letters.length, 1);
    assert.equal((await portal.db('request_notes').where({ request_id: request.id })).length, 1);
  });

  it('says prominently that a letter did not arrive, and what to do', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const request = await aRequest(portal);
    const mail = (await listMailsAbout(portal.db, `request:${request.id}`)).at(-1)!;
    await claimMail(portal.db, mail.id, 'test', new Date(), new Date());
    await changeMail(portal.db, mail.id, { step: 'refuse', at: MORNING, error: '550 no such user' });
    const page = await desk.visit(addressOf(request));
    assert.match(page.text, /kam nicht an\.[\s\S]*Rufen Sie an[\s\S]*550 no such user/);
  });

  it('says what was changed after the approval', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const request = await aRequest(portal);
    await changeRequest(portal.db, request, { state: 'approved', needsReapproval: true }, MORNING);
    await addHistory(portal.db, request.id, {
      step: 'edit',
      state: 'approved',
      actor: 'applicant',
      actorName: '',
      details: { fields: 'outletName,phone' },
      at: MORNING,
      shownAt: MORNING,
    });
    const page = await desk.visit(addressOf(request));
    assert.match(page.text, /Nach der Zulassung geändert\.<\/strong> Geändert: Medium\./);
    assert.match(page.text, /Zulassung bestätigen/);
  });

  it('leads to the requests before and behind it in the list', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const requests = [];
    for (let minute = 0; minute < 3; minute += 1) {
      portal.moveClock(new Date(MORNING.getTime() + minute * 60_000));
      requests.push(await aRequest(portal));
    }
    const page = await desk.visit(`${addressOf(requests[1]!)}?tab=received`);
    assert.match(
      page.text,
      new RegExp(`href="${addressOf(requests[0]!)}\\?tab=received"[^>]*><span class="kern-label">Voriger`),
    );
    assert.match(
      page.text,
      new RegExp(`href="${addressOf(requests[2]!)}\\?tab=received"[^>]*><span class="kern-label">Nächster`),
    );
    assert.match(page.text, />2 von 3</);
    const elsewhere = await desk.visit(`${addressOf(requests[1]!)}?tab=rejected`);
    assert.doesNotMatch(elsewhere.text, />\d+ von \d+</, 'it does not stand in that list');
  });

  it('is read in the member’s language', async () => {
    const desk = await signInAs(portal, 'reviewer');
    await portal.db('staff').where({ id: desk.member.id }).update({ language: 'en' });
    assert.match((await desk.visit(addressOf(await aRequest(portal)))).text, /Take into review/);
  });

  it('stays closed to strangers, editors and unknown references', async () => {
    const request = await aRequest(portal);
    const editor = await signInAs(portal, 'editor');
    assert.equal((await editor.visit(addressOf(request))).status, 403);
    const desk = await signInAs(portal, 'reviewer');
    assert.equal((await desk.visit('/staff/requests/K0-XXXX')).status, 404);
  });

  it('asks the database at most 12 times for each page about one request, with everything there can be', async () => {
    const event = await anEvent(portal, { fourEyes: true });
    const slot = await aSlot(portal, event);
    const wishes = { event, slotIds: [slot.id], input: { email: 'immer.dieselbe@beispielbote.example' } };
    await aRequest(portal, { ...wishes, event: await anEvent(portal), slotIds: [] });
    const request = await aRequest(portal, wishes);
    const desk = await signInAs(portal, 'administrator');
    const path = `/staff/requests/${request.reference}`;
    const fields = { decision: 'reject', reason: 'no_proof', text: 'Der Link führt ins Leere.' };
    await desk.send(path, fields, `${path}/decision`);
    const decided = `?decided=${request.reference}`;
    const pages = ['approve', 'reject', 'enquire', 'waitlist'].map((decision) => `/decide/${decision}`);
    for (const page of ['', decided, '/proposal', ...pages]) {
      const asked: string[] = [];
      const note = ({ sql }: { sql: string }) => asked.push(sql);
      portal.db.on('query', note);
      const { status } = await desk.visit(path + page);
      portal.db.off('query', note);
      assert.equal(status, 200);
      assert.ok(
        asked.length <= 12,
        `${page}: ${asked.length}\n${asked.map((sql) => sql.slice(0, 90)).join('\n')}`,
      );
    }
  });
});
