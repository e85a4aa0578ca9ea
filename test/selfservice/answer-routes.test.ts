import assert from 'node:assert/strict';
import { findRequest, listDocuments, listMessages } from '../../src/accreditation/index.js';
import { anApplicant } from '../support/applicant.js';
import { type Browser, openBrowser, tokenIn } from '../support/browser.js';
import { aPdf } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';

describe('the forms of the status page', () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  after(() => portal.close());

  const asked = () => anApplicant(portal, { state: 'info_requested' });
  const pdf = (name = 'auftrag.pdf', content = aPdf()) => [{ field: 'file', name, content }];

  it('take an answer in words or as a file and lead back to the page', async () => {
    for (const [text, files] of [
      ['Neuer Link', []],
      ['', pdf()],
    ] as const) {
      const { page, request } = await asked();
      const answer = await browser.upload(page, { text }, [...files], `${page}/answer`);
      assert.deepEqual([answer.status, answer.headers.location], [303, page]);
      assert.equal((await findRequest(portal.db, request.id))?.state, 'in_review');
      const shown = await browser.visit(page);
      assert.match(shown.text, text === '' ? /Datei: auftrag\.pdf/ : /Neuer Link/);
    }
  });

  const refused: [string, Parameters<Browser['upload']>[2], number, RegExp][] = [
    ['neither words nor a file', [], 400, /href="#text">Bitte schreiben Sie uns eine Antwort/],
    [
      'a file of another kind',
      pdf('x.pdf', Buffer.from('kein PDF')),
      415,
      /href="#file">Diese Datei ist kein PDF/,
    ],
    [
      'a file that is too big',
      pdf('x.pdf', aPdf(10 * 1024 * 1024)),
      413,
      /href="#file">Die Datei ist größer/,
    ],
    ['an empty file', pdf('x.pdf', Buffer.alloc(0)), 400, /href="#file">Die Datei ist leer/],
  ];
  for (const [what, files, status, message] of refused) {
    it(`refuse ${what}, keep what was typed and change nothing`, async () => {
      const { page, request } = await asked();
      const text = status === 400 && files?.length === 0 ? ' ' : 'Das bleibt stehen';
      const answer = await browser.upload(page, { text }, files, `${page}/answer`);
      assert.equal(answer.status, status);
      assert.match(answer.text, message);
      assert.match(answer.text, /<title>Fehler: /);
      if (text.trim()) assert.match(answer.text, /<textarea[^>]*>\s*Das bleibt stehen<\/textarea>/);
      assert.deepEqual(await listMessages(portal.db, request.id), []);
      assert.deepEqual(await listDocuments(portal.db, request.id), []);
    });
  }

  it('refuse words without end and say how many fit', async () => {
    const { page } = await asked();
    const answer = await browser.upload(page, { text: 'x'.repeat(5001) }, [], `${page}/answer`);
    assert.equal(answer.status, 400);
    assert.match(answer.text, /höchstens 5000 Zeichen/);
  });

  it('count once when sent twice', async () => {
    const { page, request } = await anApplicant(portal);
    const formToken = tokenIn((await browser.visit(page)).text);
    const send = () =>
      browser.agent.post(`${page}/message`).type('form').send({ formToken, text: 'Hallo Team' });
    const answers = await Promise.all([send(), send()]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    );
    assert.equal((await listMessages(portal.db, request.id)).length, 1);
  });

  it('keep everything when the page was open too long', async () => {
    const { page, request } = await anApplicant(portal);
    const answer = await browser.send(page, { text: 'Lange überlegt', formToken: 'old' }, `${page}/message`);
    assert.equal(answer.status, 403);
    assert.match(answer.text, /Lange überlegt<\/textarea>/);
    assert.deepEqual(await listMessages(portal.db, request.id), []);
  });

  it('ask for words in a message', async () => {
    const { page } = await anApplicant(portal);
    const answer = await browser.send(page, { text: '  ' }, `${page}/message`);
    assert.equal(answer.status, 400);
    assert.match(answer.text, /Bitte schreiben Sie uns etwas/);
  });

  it('are closed in the wrong state, with a clear sentence and the way back', async () => {
    const { page: open } = await anApplicant(portal);
    const { page: closed } = await anApplicant(portal, { state: 'withdrawn' });
    for (const [page, form] of [
      [open, 'answer'],
      [closed, 'answer'],
      [closed, 'message'],
    ] as const) {
      const answer = await browser.send(open, { text: 'x' }, `${page}/${form}`);
      assert.equal(answer.status, 409);
      assert.match(answer.text, /beim jetzigen Stand/);
      assert.ok(answer.text.includes(`href="${page}"`));
    }
  });
});

describe('with rate limits', () => {
  it('an applicant who writes without end is asked to wait', async () => {
    const portal = await openPortal('sqlite', { rateLimits: true });
    const browser = openBrowser(portal.app);
    const { page } = await anApplicant(portal);
    const statuses = [];
    for (let at = 0; at < 31; at += 1)
      statuses.push((await browser.agent.post(`${page}/message`).type('form').send({ text: '' })).status);
    assert.equal(statuses.at(-1), 429);
    await portal.close();
  });
});
