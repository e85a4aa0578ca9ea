import assert from 'node:assert/strict';
import { type AccreditationRequest, statusLink } from '../../src/accreditation/index.js';
import { sendLostLinks } from '../../src/application/send-lost-links.js';
import { decideRequest } from '../../src/decisions/decide-request.js';
import { importJob } from '../../src/imports/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { runDueJobs } from '../../src/platform/jobs.js';
import { toToken } from '../../src/platform/personal-links.js';
import { sendMessage } from '../../src/review/send-message.js';
import type { Member } from '../../src/staff/index.js';
import type { Browser } from '../support/browser.js';
import { anEvent, aRequest } from '../support/factories.js';
import { onBothDatabases, openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const PAGE = '/staff/requests/import';
const HEAD = 'Name;E-Mail;Telefon;Redaktion;Bemerkung';
const MARA = 'Musterfeld, Mara;mara@bote.example;+49 170 000000;Beispielbote;=1+1';
const ZOE = 'Zoë Müßig;zoe@bote.example;0361 000001;Rundfunk Übertal;';

const file = (text: string) => [{ field: 'list', name: 'liste.csv', content: Buffer.from(text, 'latin1') }];
const CHOSEN = { outletType: 'print', workArea: 'text', lang: 'de', letters: 'yes' };
const COLUMNS = {
  column0: 'fullName',
  column1: 'email',
  column2: 'phone',
  column3: 'outletName',
  column4: 'note',
};

onBothDatabases('taking in a list of requests', (open) => {
  let portal: TestPortal;
  let desk: Browser;
  let slug: string;
  before(async () => {
    portal = await open();
    desk = await signInAs(portal, 'reviewer');
  });
  beforeEach(async () => {
    slug = (await anEvent(portal)).slug;
  });
  after(() => portal.close());

  const upload = (text: string) => desk.upload(PAGE, { kind: 'requests', eventRequests: slug }, file(text));

  async function check(text: string, fields: Record<string, string> = {}) {
    const { headers } = await upload(text);
    const page = String(headers.location);
    const checked = await desk.send(page, { ...COLUMNS, ...CHOSEN, ...fields });
    assert.equal(checked.status, 303, checked.text);
    return String(checked.headers.location);
  }

  async function run(page: string) {
    assert.equal((await desk.send(page, {}, `${page}/start`)).status, 303);
    while ((await runDueJobs(portal, [importJob])) > 0);
    return (await desk.visit(page)).text;
  }

  const requests = () =>
    portal
      .db('accreditation_requests')
      .join('events', 'events.id', 'event_id')
      .where({ slug })
      .orderBy('email')
      .select('accreditation_requests.*');

  it('guesses the columns, shows two values of each, and remembers what was chosen for the same headings', async () => {
    const page = String((await upload(`${HEAD}\n${MARA}\n${ZOE}\n`)).headers.location);
    const { text } = await desk.visit(page);
    assert.match(text, /„mara@bote\.example“, „zoe@bote\.example“/);
    assert.match(text, /<option value="fullName" selected>/);
    await desk.send(page, { ...COLUMNS, ...CHOSEN, column4: 'jobTitle' });
    const again = String((await upload(`${HEAD}\n${ZOE}\n`)).headers.location);
    assert.match((await desk.visit(again)).text, /<option value="jobTitle" selected>/);
  });

  it('previews, imports what is right once, names the import in the history, and writes to each person', async () => {
    const wrong = 'Ohne, Adresse;keine-adresse;123456;Bote;';
    const page = await check(`${HEAD}\n${MARA}\n\n${ZOE}\n${wrong}\n${MARA}\n`);
    const preview = (await desk.visit(page)).text;
    assert.match(preview, /2 Anträge importieren/);
    assert.match(preview, /Zeile 5[\s\S]*E-Mail: In der E-Mail-Adresse fehlt/);
    assert.match(preview, /Diese Adresse steht schon in Zeile 2/);
    assert.deepEqual(await requests(), []);

    const result = await run(page);
    assert.match(result, /2 von 2 importiert/);
    const [mara, zoe] = await requests();
    assert.deepEqual(
      [mara, zoe].map(({ last_name, first_name, state, note, proof_kind }) => [
        last_name,
        first_name,
        state,
        note,
        proof_kind,
      ]),
      [
        ['Musterfeld', 'Mara', 'received', '=1+1', 'not_recorded'],
        ['Müßig', 'Zoë', 'received', '', 'not_recorded'],
      ],
    );
    assert.ok(result.includes(`/staff/requests/${mara.reference}`));
    const letters = (await portal.sendMails()).filter(({ to }) => /(mara|zoe)@/.test(String(to)));
    assert.equal(letters.length, 2);
    for (const { text } of letters) assert.match(text, /aus einer Liste von Anträgen.*Art\. 14 DSGVO/);
    const opened = (await desk.visit(`/staff/requests/${mara.reference}`)).text;
    assert.match(opened, /aus Import \d/);
    assert.match(opened, /Kein Nachweis erfasst/);
    // What is taken over is not kept a second time; what is wrong waits to be mended.
    const rows = await portal.db('import_rows').where({ import_id: Number(page.split('/').at(-1)) });
    assert.deepEqual(
      rows.filter(({ cells }) => cells !== '').map(({ position }) => position),
      [5],
    );
    assert.ok(!JSON.stringify(await portal.db('audit_entries')).includes('mara@'));

    const second = (await desk.visit(await check(`${HEAD}\n${MARA}\n${ZOE}\n`))).text;
    assert.match(second, /2 Zeilen schon vorhanden/);
    assert.match(second, /nichts Neues/);
    assert.equal((await requests()).length, 2);
  });

  it('sends no letter when that is chosen, and does nothing twice when started twice', async () => {
    const page = await check(`${HEAD}\n${MARA}\n`, { letters: '' });
    await run(page);
    assert.equal((await desk.send(page, {}, `${page}/start`)).status, 409);
    assert.equal((await requests()).length, 1);
    assert.deepEqual(
      (await portal.sendMails()).filter(({ to }) => String(to) === 'mara@bote.example'),
      [],
    );
  });

  it('leaves out who asks through the form in the meantime', async () => {
    const page = await check(`${HEAD}\n${MARA}\n`);
    const event = (await portal.db('events').where({ slug }).first()).id;
    const { getEvent } = await import('../../src/events/index.js');
    await aRequest(portal, {
      event: await getEvent(portal.db, event),
      input: { email: 'MARA@bote.example' },
    });
    assert.match(await run(page), /1 Zeile schon vorhanden/);
    assert.equal((await requests()).length, 1);
  });

  it('hands out the rows with errors, and takes the mended file in', async () => {
    const page = await check(`${HEAD}\n"=cmd,X";x@bote.example;;Bote;\n${ZOE}\n`);
    await run(page);
    const { text, headers } = await desk.visit(`${page}/rows-to-mend.csv`);
    assert.match(String(headers['content-type']), /text\/csv/);
    assert.match(text, /^\ufeffMeldung zum Import;Name;/);
    assert.match(text, /Telefon: Bitte geben Sie Ihre Mobilnummer an\.;'=cmd,X;x@bote\.example/);
    const mended = await desk.upload(PAGE, { kind: 'requests', eventRequests: slug }, [
      { field: 'list', name: 'a.csv', content: Buffer.from(text.replace('example;;', 'example;12345;')) },
    ]);
    const columns = String(mended.headers.location);
    assert.match((await desk.visit(columns)).text, /<option value="fullName" selected>/);
    const checked = await desk.send(columns, { ...COLUMNS, ...CHOSEN });
    assert.match((await desk.visit(String(checked.headers.location))).text, /1 Antrag importieren/);
  });

  it('forgets a person’s row together with the request', async () => {
    const page = await check(`${HEAD}\n${MARA}\n`);
    await run(page);
    const { eraseRequest } = await import('../../src/privacy/index.js');
    await eraseRequest(portal, (await requests())[0].id);
    assert.deepEqual(await portal.db('import_rows').where({ import_id: Number(page.split('/').at(-1)) }), []);
  });
});

onBothDatabases('an earlier press list', (open) => {
  let portal: TestPortal;
  let desk: Browser;
  before(async () => {
    portal = await open();
    desk = await signInAs(portal, 'reviewer');
  });
  after(() => portal.close());

  const LIST =
    'Nachname;Vorname;E-Mail;Medium;Ergebnis\nMuster;Mara;mara@bote.example;Bote;zugelassen\n' +
    'Beispiel;Otto;otto@bote.example;Bote;nein\nVage;Veit;veit@bote.example;Bote;vielleicht\n';
  const FIELDS = {
    ...{
      column0: 'lastName',
      column1: 'firstName',
      column2: 'email',
      column3: 'outletName',
      column4: 'outcome',
    },
    ...{ outletType: 'print', workArea: 'text', lang: 'de', letters: 'yes' },
  };
  const anArchived = (endsAt: string) =>
    anEvent(portal, { state: 'archived', startsAt: new Date(endsAt), endsAt: new Date(endsAt) });

  it('is remembered with its outcome, found by the hint, and never written to', async () => {
    const event = await anArchived('2024-08-20T15:00:00Z');
    const fields = { kind: 'past', eventPast: event.slug };
    const columns = String((await desk.upload(PAGE, fields, file(LIST))).headers.location);
    const page = String((await desk.send(columns, FIELDS)).headers.location);
    const preview = (await desk.visit(page)).text;
    assert.match(preview, /am 20\.&nbsp;|am 20\.\s/);
    assert.match(preview, /Ergebnis damals: Bitte „zugelassen“ oder „abgelehnt“ eintragen/);
    await desk.send(page, {}, `${page}/start`);
    await runDueJobs(portal, [importJob]);
    assert.match((await desk.visit(page)).text, /2 von 2 importiert/);
    const rows = await portal.db('accreditation_requests').where({ event_id: event.id }).orderBy('email');
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['approved', 'rejected'],
    );

    const again = await aRequest(portal, { input: { email: 'mara@bote.example' } });
    assert.match(
      (await desk.visit(`/staff/requests/${again.reference}`)).text,
      /2024[^<]*zugelassen|zugelassen[^<]*2024/i,
    );
    await portal.sendMails();

    await sendLostLinks(portal, 'otto@bote.example', 'de');
    const by = desk as Browser & { member: Member };
    const { reference } = rows[0];
    const text = 'Hallo';
    await assert.rejects(sendMessage(portal, { reference, text, by: by.member }), Conflict);
    const ruling = {
      decision: 'revoke',
      reason: '',
      text,
      limits: '',
      due: undefined,
      slots: undefined,
    } as const;
    const order = { reference, version: undefined, ruling, by: by.member };
    await assert.rejects(decideRequest(portal, order), Conflict);
    const { purpose, id, version } = statusLink('de', {
      id: rows[0].id,
      linkVersion: 1,
    } as AccreditationRequest)!;
    const token = toToken(portal.keys, { purpose, id, version });
    assert.equal((await desk.visit(`/de/accreditation/${token}`)).status, 404);
    assert.deepEqual(await portal.sendMails(), []);
    const opened = (await desk.visit(`/staff/requests/${reference}`)).text;
    assert.match(opened, /übernimmt aus einer Liste: war zugelassen · aus Import/);
    assert.doesNotMatch(opened, /\/decision"/);
  });

  it('is refused where the deletion plan would delete it at once, and for an event to come', async () => {
    for (const [endsAt, state, words] of [
      ['2024-06-20T15:00:00Z', 'archived', /sofort wieder gelöscht/],
      ['2024-10-24T15:00:00Z', 'published', /gehört zu einer vergangenen, archivierten Veranstaltung/],
    ] as const) {
      const event = await anEvent(portal, { state, startsAt: new Date(endsAt), endsAt: new Date(endsAt) });
      const answer = await desk.upload(PAGE, { kind: 'past', eventPast: event.slug }, file(LIST));
      assert.equal(answer.status, 409);
      assert.match(answer.text, words);
    }
    assert.deepEqual(await portal.db('import_runs').where({ total: 99 }), []);
  });
});

describe('the pages of a list', () => {
  let portal: TestPortal;
  let desk: Browser;
  before(async () => {
    portal = await openPortal();
    desk = await signInAs(portal, 'administrator');
  });
  after(() => portal.close());

  it('refuse an upload that is no list, with the choice kept', async () => {
    const { slug } = await anEvent(portal);
    const content = Buffer.from('PK\u0003\u0004');
    const fields = { kind: 'requests', eventRequests: slug };
    const answer = await desk.upload(PAGE, fields, [{ field: 'list', name: 'a.xlsx', content }]);
    assert.equal(answer.status, 415);
    assert.match(answer.text, /Das ist eine Excel-Arbeitsmappe/);
    assert.ok(answer.text.includes(`value="${slug}" selected`));
    const none = await desk.upload(PAGE, {});
    assert.equal(none.status, 400);
    assert.match(none.text, /Bitte wählen Sie die CSV-Datei aus/);
  });

  it('say which columns and choices are missing', async () => {
    const { slug } = await anEvent(portal);
    const sent = await desk.upload(
      PAGE,
      { kind: 'requests', eventRequests: slug },
      file(`${HEAD}\n${MARA}\n`),
    );
    const answer = await desk.send(String(sent.headers.location), { column0: 'email', column1: 'email' });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /Es fehlt eine Spalte für: Telefon/);
    assert.match(answer.text, /Zwei Spalten sind zugeordnet zu: E-Mail/);
    assert.match(answer.text, /Bitte wählen Sie eine Tätigkeit/);
    const gone = String(sent.headers.location).replace('/columns', '');
    await desk.send(String(sent.headers.location), {}, `${gone}/discard`);
    assert.equal((await desk.visit(gone)).status, 404);
    assert.deepEqual(await portal.db('import_rows'), []);
  });

  it('takes a thousand rows', async () => {
    const { slug } = await anEvent(portal);
    const rows = Array.from(
      { length: 1000 },
      (_, at) => `Nr${at} Muster;p${at}@bote.example;0361 0000;Bote;`,
    );
    const fields = { kind: 'requests', eventRequests: slug };
    const sent = await desk.upload(PAGE, fields, file(`${HEAD}\n${rows.join('\n')}\n`));
    const checked = await desk.send(String(sent.headers.location), { ...COLUMNS, ...CHOSEN, letters: '' });
    const page = String(checked.headers.location);
    await desk.send(page, {}, `${page}/start`);
    await runDueJobs(portal, [importJob]);
    assert.match((await desk.visit(page)).text, /1000 von 1000 importiert/);
    assert.equal((await portal.db('accreditation_requests')).length, 1000);
  });

  it('are closed to auditors and editors, and unknown lists are not found', async () => {
    for (const role of ['auditor', 'editor'] as const)
      assert.equal((await (await signInAs(portal, role)).visit(PAGE)).status, 403);
    for (const id of ['999', 'x']) assert.equal((await desk.visit(`${PAGE}/${id}`)).status, 404);
  });
});
