import assert from 'node:assert/strict';
import { findRequest } from '../../src/accreditation/index.js';
import { anApplicant } from '../support/applicant.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';

describe('leaving', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  it('by withdrawing says first what it means, then leads back to the page', async () => {
    const { page, request } = await anApplicant(portal, { state: 'approved' });
    assert.match((await browser.visit(`${page}/withdraw`)).text, /gilt dann nicht mehr/);
    assert.equal((await findRequest(portal.db, request.id))?.state, 'approved');
    const answer = await browser.send(`${page}/withdraw`, {});
    assert.deepEqual([answer.status, answer.headers.location], [303, page]);
    assert.match((await browser.visit(page)).text, /Sie haben Ihren Antrag zurückgezogen/);
    assert.equal((await browser.visit(`${page}/badge.pdf`)).status, 409);
  });

  it('by withdrawing is not possible after a rejection', async () => {
    const { page } = await anApplicant(portal, { state: 'rejected' });
    const { page: open } = await anApplicant(portal);
    assert.equal((await browser.visit(`${page}/withdraw`)).status, 409);
    assert.equal((await browser.send(`${open}/withdraw`, {}, `${page}/withdraw`)).status, 409);
  });

  it('needs the token of the form', async () => {
    const { page, request } = await anApplicant(portal);
    for (const act of ['withdraw', 'erase']) {
      const answer = await browser.send(`${page}/${act}`, { formToken: 'forged', confirm: 'yes' });
      assert.equal(answer.status, 403);
      assert.ok(answer.text.includes(`href="${page}"`));
    }
    assert.equal((await findRequest(portal.db, request.id))?.state, 'in_review');
  });

  it('by erasing says what goes and what stays, and wants a clear yes', async () => {
    const { page, request } = await anApplicant(portal);
    const shown = (await browser.visit(`${page}/erase`)).text;
    for (const words of ['Das löschen wir sofort', 'Das bleibt, ohne Bezug zu Ihnen', 'data.json'])
      assert.ok(shown.includes(words));
    const answer = await browser.send(`${page}/erase`, {});
    assert.equal(answer.status, 400);
    assert.match(answer.text, /href="#confirm">Bitte bestätigen Sie/);
    assert.ok(await findRequest(portal.db, request.id));
  });

  it('by erasing is confirmed on the page, sends no mail, and ends the link', async () => {
    const { page, request } = await anApplicant(portal, { state: 'rejected' });
    const answer = await browser.send(`${page}/erase`, { confirm: 'yes' });
    assert.equal(answer.status, 303);
    const confirmation = await browser.visit(answer.headers.location!);
    assert.equal(confirmation.status, 200);
    assert.match(confirmation.text, /Ihre Daten sind gelöscht/);
    assert.equal(await findRequest(portal.db, request.id), undefined);
    assert.deepEqual(await portal.sendMails(new Date('2025-01-01T00:00:00Z')), []);
    assert.equal((await browser.visit(page)).status, 410);
  });
});
