import assert from 'node:assert/strict';
import { eraseRequest } from '../../src/privacy/index.js';
import type { Browser } from '../support/browser.js';
import { aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('the saved views of the queue', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  const save = (desk: Browser, viewName: string, query: string) =>
    desk.send('/staff/requests', { viewName, query }, '/staff/requests/views');

  it('are kept under a name, opened by a link and deleted again', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const saved = await save(desk, 'Foto, niemand', 'tab=received&type=photo&assigned=nobody&x=1');
    assert.equal(saved.status, 303);
    const page = await desk.visit(saved.headers.location ?? '');
    assert.match(page.text, /Gemerkt als „Foto, niemand“/);
    assert.match(
      page.text,
      /href="\/staff\/requests\?tab=received&amp;type=photo&amp;assigned=nobody" aria-current="page">Foto, niemand <span class="desk-count">0</,
    );
    const action = /action="(\/staff\/requests\/views\/\d+\/deletion)"/.exec(page.text)?.[1] ?? '';
    assert.equal((await desk.send('/staff/requests', { query: '' }, action)).status, 303);
    assert.doesNotMatch((await desk.visit('/staff/requests')).text, />Foto, niemand <span/);
    assert.equal((await desk.send('/staff/requests', { query: '' }, action)).status, 404);
  });

  it('belong to one member: nobody else sees or deletes them', async () => {
    const desk = await signInAs(portal, 'reviewer');
    await save(desk, 'Meine', 'assigned=me');
    const action = /action="(\/staff\/requests\/views\/\d+\/deletion)"/.exec(
      (await desk.visit('/staff/requests')).text,
    )?.[1];
    const other = await signInAs(portal, 'administrator');
    assert.doesNotMatch((await other.visit('/staff/requests')).text, />Meine <span/);
    assert.equal((await other.send('/staff/requests', { query: '' }, action ?? '')).status, 404);
    assert.match((await desk.visit('/staff/requests')).text, />Meine <span/);
  });

  it('ask for a name of their own and keep what was typed', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const empty = await save(desk, ' ', 'late=yes');
    assert.equal(empty.status, 400);
    assert.match(empty.text, /href="#viewName">Geben Sie der Ansicht einen Namen/);
    assert.match(empty.text, /Antwortdatum: überschritten/);
    assert.match(empty.text, /id="viewName-hint"[^>]*>[^<]*Keine Namen von Antragstellenden/);
    await save(desk, 'Meine', '');
    const taken = await save(desk, 'Meine', 'late=yes');
    assert.equal(taken.status, 400);
    assert.match(taken.text, /So heißt schon eine Ihrer Ansichten/);
    assert.match(taken.text, /value="Meine"/);
    assert.equal((await save(desk, 'x'.repeat(61), '')).status, 400);
  });

  it('go with the person whose name they look for', async () => {
    const request = await aRequest(portal, { input: { lastName: 'Musterfeld' } });
    const desk = await signInAs(portal, 'reviewer');
    await save(desk, 'Zu ihr', 'q=mara+muster');
    await save(desk, 'Anderes', 'q=foto');
    await eraseRequest(portal, request.id);
    const page = (await desk.visit('/staff/requests')).text;
    assert.doesNotMatch(page, />Zu ihr <span/);
    assert.match(page, />Anderes <span/);
  });
});
