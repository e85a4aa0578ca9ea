import assert from 'node:assert/strict';
import readXlsxFile from 'read-excel-file/node';
import type { Response } from 'supertest';
import { seedRequests } from '../../src/demo/seed-requests.js';
import type { Browser } from '../support/browser.js';
import { anEvent, aRequest, aSlot } from '../support/factories.js';
import { onBothDatabases, openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

/** Everything a supertest answer carries, as bytes. */
const bytesOf = (browser: Browser, path: string): Promise<Response> =>
  browser.agent
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });

const auditOf = async ({ db }: TestPortal) =>
  (await db('audit_entries').where({ action: 'requests.exported' })).map((row) => ({
    actor: row.actor,
    ...JSON.parse(row.details),
  }));

describe('exporting requests', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  it('is offered on a page with the filters of the list, a count and a choice of columns', async () => {
    const reviewer = await signInAs(portal, 'reviewer');
    await aRequest(portal, { input: { outletType: 'tv' } });
    await aRequest(portal);
    const page = await reviewer.visit('/staff/requests/export?tab=all&type=tv&columns[]=email');
    assert.match(page.text, /<strong>1 Antrag<\/strong> aus der Liste „Alle“/);
    assert.match(page.text, /<input type="hidden" name="type" value="tv">/);
    assert.match(page.text, /value="email" checked/);
    assert.doesNotMatch(page.text, /value="lastName" checked/);
    assert.deepEqual(await auditOf(portal), [], 'looking takes nothing out');
  });

  it('is one click away from the list, with its filters', async () => {
    const reviewer = await signInAs(portal, 'reviewer');
    const page = await reviewer.visit('/staff/requests?tab=all&area=photo');
    assert.match(
      page.text,
      /href="\/staff\/requests\/export\?tab=all&amp;area=photo">Diese Liste exportieren/,
    );
  });

  it('asks for a column where none is chosen', async () => {
    const reviewer = await signInAs(portal, 'reviewer');
    await aRequest(portal);
    const page = await reviewer.visit('/staff/requests/export.csv?chosen=1');
    assert.equal(page.status, 400);
    assert.match(page.text, /Bitte wählen Sie mindestens eine Spalte/);
    assert.deepEqual(await auditOf(portal), []);
  });

  it('leaves a trace without what was searched for', async () => {
    const reviewer = await signInAs(portal, 'reviewer');
    await aRequest(portal, { input: { lastName: 'Groß' } });
    await reviewer.visit('/staff/requests/export.csv?q=Gro%C3%9F&area=text&columns[]=email&columns[]=note');
    const [{ actor, ...entry }] = (await auditOf(portal)) as [{ actor: string }];
    assert.match(actor, /^staff:\d+$/);
    assert.deepEqual(entry, {
      ...{ format: 'csv', requests: 1, columns: 'email note', filter: 'area=text', searched: true },
    });
  });

  it('shows no proofs to those who may not see them, and nothing to other roles', async () => {
    await aRequest(portal, { input: { imprintUrl: 'https://geheim.example' } });
    const auditor = await signInAs(portal, 'auditor');
    assert.doesNotMatch((await auditor.visit('/staff/requests/export')).text, /Ausweisnummer/);
    const file = await auditor.visit('/staff/requests/export.csv?columns[]=imprint&columns[]=state');
    assert.equal(file.text, '\ufeffStand\r\nNeu eingegangen\r\n');
    for (const role of ['editor', 'checkin'] as const) {
      const browser = await signInAs(portal, role);
      for (const path of ['export', 'export.csv', 'export.xlsx'])
        assert.equal((await browser.visit(`/staff/requests/${path}`)).status, 403, `${role} ${path}`);
    }
    assert.equal((await auditOf(portal)).length, 1);
  });

  it('takes nothing out for who only asks whether it is there', async () => {
    const reviewer = await signInAs(portal, 'reviewer');
    await aRequest(portal);
    const head = await reviewer.agent.head('/staff/requests/export.csv');
    assert.equal(head.status, 200);
    assert.match(
      head.get('Content-Disposition') ?? '',
      /attachment; filename="antraege-2024-10-10-0900\.csv"/,
    );
    assert.deepEqual(await auditOf(portal), []);
  });
});

onBothDatabases('an export', (open) => {
  let portal: TestPortal;
  let administrator: Browser;
  before(async () => {
    portal = await open();
    const event = await anEvent(portal);
    const slot = await aSlot(portal, event);
    const input = { firstName: 'Jürgen', lastName: '=HYPERLINK("https://boese.example")', note: 'a;b' };
    await aRequest(portal, { event, input, slotIds: [slot.id] });
    await seedRequests(portal, 600);
    administrator = await signInAs(portal, 'administrator');
  });
  after(() => portal.close());

  const columns = ['lastName', 'firstName', 'confirmedAt', 'slots', 'note', 'event']
    .map((column) => `columns[]=${column}`)
    .join('&');

  it('as CSV has every request of the list, umlauts right and formulas without effect', async () => {
    const file = await administrator.visit(`/staff/requests/export.csv?tab=all&sort=newest&${columns}`);
    assert.equal(file.get('Content-Type'), 'text/csv; charset=utf-8');
    assert.match(file.get('Cache-Control') ?? '', /no-store/);
    const lines = file.text.split('\r\n');
    assert.equal(lines[0], '\ufeffVeranstaltung;Eingegangen am;Nachname;Vorname;Termine;Bemerkung');
    assert.equal(
      lines[1],
      `Beispielkongress;10.10.2024 09:00;"'=HYPERLINK(""https://boese.example"")";Jürgen;Fototermin (gewünscht);"a;b"`,
    );
    assert.equal(lines.length, 1 + 601 + 1);
  });

  it('as XLSX has the same, with dates as dates', async () => {
    const file = await bytesOf(administrator, `/staff/requests/export.xlsx?tab=all&sort=newest&${columns}`);
    assert.match(file.get('Content-Type') ?? '', /spreadsheetml\.sheet/);
    const [sheet] = await readXlsxFile(file.body as Buffer);
    assert.equal(sheet?.sheet, 'Anträge');
    assert.equal(sheet?.data.length, 602);
    assert.deepEqual(sheet?.data[1], [
      'Beispielkongress',
      new Date('2024-10-10T09:00:00Z'),
      '=HYPERLINK("https://boese.example")',
      'Jürgen',
      'Fototermin (gewünscht)',
      'a;b',
    ]);
  });
});
