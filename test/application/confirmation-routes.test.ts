import assert from 'node:assert/strict';
import { findRequest } from '../../src/accreditation/index.js';
import type { Event } from '../../src/events/index.js';
import { toToken } from '../../src/platform/personal-links.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { anEvent, anUnconfirmedRequest, aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';

describe('the way from the form to a request that counts', () => {
  let portal: TestPortal;
  let event: Event;
  let browser: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    event = await anEvent(portal);
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  const waitingAt = (id: number) =>
    `/de/accreditation/sent/${toToken(portal.keys, { purpose: 'waiting', id, version: 1 })}`;
  const confirmAt = (id: number, version = 1) =>
    `/de/accreditation/confirm/${toToken(portal.keys, { purpose: 'confirm', id, version })}`;
  const statusAt = (id: number, version = 1) =>
    `/de/accreditation/${toToken(portal.keys, { purpose: 'status', id, version })}`;
  const later = (hours: number) =>
    portal.moveClock(new Date(portal.clock.now().getTime() + hours * 3600_000));

  it('confirms by a button and not by opening the link, for mail scanners open every link', async () => {
    const { id } = await anUnconfirmedRequest(portal, { event });
    const [mail] = await portal.sendMails();
    const page = /https:\/\/press\.example(\S+)/.exec(mail!.text)![1]!;
    const shown = await browser.visit(page);
    assert.equal(shown.status, 200);
    assert.equal(shown.headers['cache-control'], 'private, no-store');
    assert.equal((await findRequest(portal.db, id))!.state, 'unconfirmed');
    const answer = await browser.send(page, {});
    assert.deepEqual([answer.status, answer.headers.location], [303, statusAt(id)]);
    assert.equal((await findRequest(portal.db, id))!.state, 'received');
  });

  it('leads every later click to the status page and does nothing twice', async () => {
    const { id } = await anUnconfirmedRequest(portal, { event });
    const formToken = await browser.tokenAt(confirmAt(id));
    await browser.send(confirmAt(id), { formToken });
    await portal.sendMails();
    const posted = await browser.send(confirmAt(id), { formToken });
    const opened = await browser.visit(confirmAt(id));
    assert.deepEqual(
      [posted, opened].map(({ headers }) => headers.location),
      [statusAt(id), statusAt(id)],
    );
    assert.deepEqual(await portal.sendMails(), []);
  });

  it('refuses a confirmation without the token of the form', async () => {
    const { id } = await anUnconfirmedRequest(portal, { event });
    assert.equal((await browser.send(confirmAt(id), { formToken: 'x' })).status, 403);
    assert.equal((await findRequest(portal.db, id))!.state, 'unconfirmed');
  });

  it('says what to do when a link is too old', async () => {
    const { id } = await anUnconfirmedRequest(portal, { event });
    const formToken = await browser.tokenAt(confirmAt(id));
    later(48);
    for (const answer of [
      await browser.visit(confirmAt(id)),
      await browser.send(confirmAt(id), { formToken }),
    ]) {
      assert.equal(answer.status, 410);
      assert.match(answer.text, new RegExp(`abgelaufen[\\s\\S]*/de/events/${event.slug}/accreditation`));
    }
    assert.equal((await browser.visit(waitingAt(id))).status, 410);
  });

  it('says so when a link was replaced, and knows nothing of links it did not make', async () => {
    const { id } = await anUnconfirmedRequest(portal, { event });
    await browser.send(waitingAt(id), { email: 'neu@bote.example' }, `${waitingAt(id)}/address`);
    const replaced = await browser.visit(confirmAt(id));
    assert.equal(replaced.status, 410);
    assert.match(replaced.text, /Dieser Link wurde ersetzt/);
    assert.equal((await browser.visit(confirmAt(id, 2))).status, 200);
    for (const path of ['/de/accreditation/confirm/1.1.x', confirmAt(id).replace('confirm', 'sent')])
      assert.equal((await browser.visit(path)).status, 404);
  });

  it('shows the address while it waits, and nothing else about the person', async () => {
    const { id } = await anUnconfirmedRequest(portal, { event, input: { email: 'mara@bote.example' } });
    const { text, headers } = await browser.visit(waitingAt(id));
    assert.match(text, /mara@bote\.example/);
    assert.doesNotMatch(text, /Musterfeld|Beispielbote|0000000/);
    assert.equal(headers['referrer-policy'], 'no-referrer');
  });

  it('sends the letter again', async () => {
    const { id } = await anUnconfirmedRequest(portal, { event });
    const answer = await browser.send(waitingAt(id), {}, `${waitingAt(id)}/resend`);
    assert.equal(answer.status, 303);
    assert.match((await browser.visit(answer.headers.location!)).text, /Noch einmal gesendet/);
    assert.equal((await portal.sendMails()).length, 2);
  });

  it('corrects the address on the same page and sends the letter there', async () => {
    const { id } = await anUnconfirmedRequest(portal, { event });
    await portal.sendMails();
    const answer = await browser.send(
      waitingAt(id),
      { email: 'neu@bote.example' },
      `${waitingAt(id)}/address`,
    );
    assert.match(
      (await browser.visit(answer.headers.location!)).text,
      /Adresse geändert[\s\S]*neu@bote\.example/,
    );
    assert.deepEqual(
      (await portal.sendMails()).map(({ to }) => to),
      ['neu@bote.example'],
    );
  });

  it('keeps a wrong address in the field with a message', async () => {
    const { id, email } = await anUnconfirmedRequest(portal, { event });
    const answer = await browser.send(
      waitingAt(id),
      { email: 'neu.bote.example' },
      `${waitingAt(id)}/address`,
    );
    assert.equal(answer.status, 400);
    assert.match(answer.text, /href="#email"[\s\S]*value="neu\.bote\.example"/);
    assert.equal((await findRequest(portal.db, id))!.email, email);
  });

  it('says on the waiting page that the address is confirmed already, without handing out the link', async () => {
    const { id } = await aRequest(portal, { event });
    const { status, text } = await browser.visit(waitingAt(id));
    assert.equal(status, 200);
    assert.match(text, /schon bestätigt/);
    assert.doesNotMatch(text, new RegExp(statusAt(id)));
  });

  it('says when the next letter may be asked for', async () => {
    const strict = await openPortal('sqlite', { rateLimits: true });
    const { id } = await anUnconfirmedRequest(strict);
    const page = waitingAt(id);
    const visitor = openBrowser(strict.app);
    for (let count = 0; count < 3; count += 1)
      assert.equal((await visitor.send(page, {}, `${page}/resend`)).status, 303);
    const refused = await visitor.send(page, {}, `${page}/resend`);
    assert.equal(refused.status, 429);
    assert.match(refused.text, /in 15 Minuten wieder/);
    assert.equal((await strict.sendMails()).length, 4);
    await strict.close();
  });
});
