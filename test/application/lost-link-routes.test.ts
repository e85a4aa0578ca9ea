import assert from 'node:assert/strict';
import { openBrowser } from '../support/browser.js';
import { aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';

const PAGE = '/de/accreditation';

describe('asking for a lost link', () => {
  let portal: TestPortal;
  afterEach(() => portal.close());

  it('answers the same whether or not the address is known', async () => {
    portal = await openPortal();
    await aRequest(portal, { input: { email: 'mara@bote.example' } });
    await portal.sendMails();
    const browser = openBrowser(portal.app);
    const answers = [];
    for (const email of ['mara@bote.example', 'fremd@bote.example']) {
      const { status, headers } = await browser.send(PAGE, { email });
      answers.push([status, headers.location]);
    }
    assert.deepEqual(answers[0], answers[1]);
    assert.match((await browser.visit(String(answers[0]![1]))).text, /Bitte sehen Sie in Ihr Postfach/);
    assert.deepEqual(
      (await portal.sendMails()).map(({ to }) => to),
      ['mara@bote.example'],
    );
  });

  it('knows the way back to the home page', async () => {
    portal = await openPortal();
    const { text } = await openBrowser(portal.app).visit(PAGE);
    assert.match(text, /portal-crumbs[\s\S]*href="\/de">Start</);
  });

  it('writes in the language of the page', async () => {
    portal = await openPortal();
    await aRequest(portal, { input: { email: 'mara@bote.example' } });
    await portal.sendMails();
    await openBrowser(portal.app).send('/en/accreditation', { email: 'mara@bote.example' });
    assert.match((await portal.sendMails())[0]!.text, /You asked for the link/);
  });

  it('keeps a wrong address with a message, and wants the token of the form', async () => {
    portal = await openPortal();
    const browser = openBrowser(portal.app);
    const wrong = await browser.send(PAGE, { email: 'mara' });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /href="#email"[\s\S]*value="mara"/);
    assert.equal((await browser.send(PAGE, { email: 'mara@bote.example', formToken: 'x' })).status, 403);
  });

  it('floods no mailbox, and says nothing about it', async () => {
    portal = await openPortal('sqlite', { rateLimits: true });
    await aRequest(portal, { input: { email: 'mara@bote.example' } });
    await portal.sendMails();
    const browser = openBrowser(portal.app);
    for (let count = 0; count < 5; count += 1)
      assert.equal((await browser.send(PAGE, { email: 'mara@bote.example' })).status, 303);
    assert.equal((await portal.sendMails()).length, 3);
  });
});
