import assert from 'node:assert/strict';
import { changeRequest } from '../../src/accreditation/index.js';
import { aRequest } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('the queue at the desk', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  it('says so when nothing has come in yet', async () => {
    const page = await (await signInAs(portal, 'reviewer')).visit('/staff/requests');
    assert.equal(page.status, 200);
    assert.match(page.text, /Noch ist kein Antrag eingegangen/);
  });

  it('shows name, outlet, state, waiting time and due date, with links that keep the filters', async () => {
    const { reference } = await aRequest(portal, { input: { lastName: 'Musterfeld', outletName: 'A & B' } });
    portal.moveClock(new Date('2024-10-22T09:00:00Z'));
    const page = await (await signInAs(portal, 'reviewer')).visit('/staff/requests?type=print');
    assert.match(
      page.text,
      new RegExp(`href="/staff/requests/${reference}\\?type=print">Mara Musterfeld</a>`),
    );
    assert.match(page.text, /A &amp; B/);
    assert.match(page.text, /12 T 2 Std/);
    assert.match(page.text, /morgen fällig/);
    assert.match(page.text, /Mediengattung: Zeitung oder Zeitschrift/);
  });

  it('says until when an answer is awaited, and that none came', async () => {
    const enquiryDueAt = new Date('2024-10-14T21:59:00Z');
    const asked = { state: 'info_requested', shownState: 'info_requested', enquiryDueAt } as const;
    await changeRequest(portal.db, await aRequest(portal), asked, MORNING);
    const desk = await signInAs(portal, 'reviewer');
    assert.match((await desk.visit('/staff/requests')).text, /Frist bis 14\.10\.2024/);
    portal.moveClock(new Date('2024-10-15T07:00:00Z'));
    assert.match((await desk.visit('/staff/requests')).text, /Keine Antwort bis 14\.10\.2024/);
  });

  it('turns pages of 25 by the last reference', async () => {
    const requests = [];
    for (let minute = 0; minute < 26; minute += 1) {
      portal.moveClock(new Date(MORNING.getTime() + minute * 60_000));
      requests.push(await aRequest(portal));
    }
    const desk = await signInAs(portal, 'reviewer');
    const first = await desk.visit('/staff/requests');
    assert.match(first.text, /26 Anträge/);
    assert.match(
      first.text,
      new RegExp(`after=${requests[24]!.reference}"[^>]*>.*Weiter ab ${requests[24]!.reference}`),
    );
    const second = await desk.visit(`/staff/requests?after=${requests[24]!.reference}`);
    assert.match(second.text, new RegExp(requests[25]!.reference));
    assert.doesNotMatch(second.text, new RegExp(requests[0]!.reference));
    assert.match(second.text, /Zum Anfang/);
  });

  it('says beside each value of a filter and each saved view how many it leaves', async () => {
    await aRequest(portal, { input: { outletType: 'radio' } });
    await aRequest(portal);
    const desk = await signInAs(portal, 'reviewer');
    const view = { viewName: 'Hörfunk', query: 'type=radio' };
    await desk.send('/staff/requests', view, '/staff/requests/views');
    const { text } = await desk.visit('/staff/requests?area=text');
    for (const option of [
      'Hörfunk \\(1\\)',
      'Fernsehen \\(0\\)',
      'ich \\(0\\)',
      'niemand \\(2\\)',
      'Text \\(2\\)',
    ])
      assert.match(text, new RegExp(`>${option}</option>`));
    assert.match(text, />Hörfunk <span class="desk-count">1</);
  });

  it('offers the way out where filters leave nothing', async () => {
    await aRequest(portal);
    const page = await (await signInAs(portal, 'reviewer')).visit('/staff/requests?q=niemand+so');
    assert.match(page.text, /Mit diesen Filtern gibt es keinen Antrag/);
    assert.match(page.text, /href="\/staff\/requests">Alles zurücksetzen/);
  });

  it('is read by auditors, and closed to editors and helpers', async () => {
    assert.equal((await (await signInAs(portal, 'auditor')).visit('/staff/requests')).status, 200);
    for (const role of ['editor', 'checkin'] as const)
      assert.equal((await (await signInAs(portal, role)).visit('/staff/requests')).status, 403);
  });

  it('asks the database at most 12 times for the list, whatever is filtered', async () => {
    const { reference } = await aRequest(portal);
    const desk = await signInAs(portal, 'reviewer');
    const filtered = '?q=muster&tab=all&type=print&area=text&assigned=nobody&waiting=1&late=yes&answer=yes';
    for (const path of ['', filtered, `?after=${reference}&decided=${reference}`]) {
      const asked: string[] = [];
      const note = ({ sql }: { sql: string }) => asked.push(sql);
      portal.db.on('query', note);
      const page = await desk.visit(`/staff/requests${path}`);
      portal.db.off('query', note);
      assert.equal(page.status, 200);
      assert.ok(
        asked.length <= 12,
        `${path}: ${asked.length}\n${asked.map((sql) => sql.slice(0, 90)).join('\n')}`,
      );
    }
  });
});
