import assert from 'node:assert/strict';
import request from 'supertest';
import { paths } from '../../src/alerts/paths.js';
import type { Subscriber } from '../../src/alerts/subscriber.js';
import { findSubscriber } from '../../src/alerts/subscriber-repository.js';
import { toToken } from '../../src/platform/personal-links.js';
import { openBrowser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { anEntry, aSubscriber } from './subscribing.js';

describe('the page behind the link of a letter', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  const tokenOf = ({ id }: Subscriber) => toToken(portal.keys, { purpose: 'alerts', id, version: 1 });

  it('changes topics and languages, and keeps what was ticked when something is missing', async () => {
    const event = await anEvent(portal);
    const subscriber = await aSubscriber(portal);
    const page = paths.manage('de', tokenOf(subscriber));
    const browser = openBrowser(portal.app);
    const wrong = await browser.send(page, { scope: 'some', 'topics[]': `event:${event.id}` });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, new RegExp(`value="event:${event.id}" checked`));
    const right = await browser.send(page, {
      ...{ 'languages[]': 'en', scope: 'some' },
      'topics[]': `event:${event.id}`,
    });
    assert.equal(right.status, 303);
    assert.match((await browser.visit(String(right.headers.location))).text, /Ihre Auswahl gilt ab/);
    assert.deepEqual((await findSubscriber(portal.db, subscriber.id))?.wishes, {
      languages: ['en'],
      topics: [`event:${event.id}`],
    });
  });

  it('goes on offering an event that is over to whoever has chosen it', async () => {
    const event = await anEvent(portal, { state: 'archived' });
    const wishes = { languages: ['de' as const], topics: [`event:${event.id}` as const] };
    const subscriber = await aSubscriber(portal, { wishes });
    const { text } = await openBrowser(portal.app).visit(paths.manage('de', tokenOf(subscriber)));
    assert.match(text, new RegExp(`value="event:${event.id}" checked`));
  });

  it('lets letters go again to a paused address when its owner saves', async () => {
    const { id, ...rest } = await aSubscriber(portal);
    await portal.db('alert_subscribers').where({ id }).update({ paused_at: 'x', failures: 3 });
    const page = paths.manage('de', tokenOf({ id, ...rest }));
    const browser = openBrowser(portal.app);
    await portal.db('alert_subscribers').where({ id }).update({ paused_at: '2024-10-09T08:00:00.000Z' });
    assert.match((await browser.visit(page)).text, /Zurzeit senden wir Ihnen nichts/);
    await browser.send(page, { 'languages[]': 'de', scope: 'all' });
    const { pausedAt, failures } = (await findSubscriber(portal.db, id))!;
    assert.deepEqual([pausedAt, failures], [undefined, 0]);
  });

  it('unsubscribes with the one button of the page, and says so', async () => {
    const subscriber = await aSubscriber(portal);
    const page = paths.manage('de', tokenOf(subscriber));
    const browser = openBrowser(portal.app);
    assert.match((await browser.visit(page)).text, new RegExp(`action="${page}/unsubscribe"`));
    const done = await browser.send(page, {}, `${page}/unsubscribe`);
    assert.equal(done.status, 200);
    assert.match(done.text, /Sie sind abgemeldet/);
    assert.equal(await findSubscriber(portal.db, subscriber.id), undefined);
    assert.equal((await browser.visit(page)).status, 410);
    assert.equal((await browser.visit(`${page}/unsubscribe`)).status, 410);
  });

  it('never unsubscribes by opening a link, as mail scanners do', async () => {
    const subscriber = await aSubscriber(portal);
    const address = paths.unsubscribe('en', tokenOf(subscriber));
    for (const method of ['get', 'head'] as const) {
      assert.equal((await request(portal.app)[method](address)).status, 200);
    }
    assert.ok(await findSubscriber(portal.db, subscriber.id));
    assert.match((await request(portal.app).get(address)).text, /Leave the press list/);
  });

  for (const kind of ['form', 'multipart'] as const) {
    it(`unsubscribes by one click of a mail program, without cookie, token or redirect (${kind})`, async () => {
      const subscriber = await aSubscriber(portal);
      const address = paths.unsubscribe('de', tokenOf(subscriber));
      const post = () => request(portal.app).post(address);
      const send = () =>
        kind === 'form'
          ? post().type('form').send('List-Unsubscribe=One-Click')
          : post().field('List-Unsubscribe', 'One-Click');
      assert.equal((await send()).status, 200);
      assert.equal(await findSubscriber(portal.db, subscriber.id), undefined);
      assert.equal((await send()).status, 200, 'a mail program may send it twice');
    });
  }

  it('opens for nobody else: not a forged link, not that of another purpose, not an unconfirmed address', async () => {
    const [subscriber, entry] = [await aSubscriber(portal), await anEntry(portal)];
    const { id } = subscriber;
    const confirming = toToken(portal.keys, { purpose: 'alerts-confirm', id, version: 1 });
    const browser = openBrowser(portal.app);
    assert.equal((await browser.visit(paths.manage('de', confirming))).status, 404);
    assert.equal((await request(portal.app).post(paths.unsubscribe('de', confirming))).status, 404);
    assert.equal((await browser.visit(paths.manage('de', tokenOf(entry)))).status, 410);
    assert.ok(await findSubscriber(portal.db, id));
  });

  it('is kept by nobody and told to nobody', async () => {
    const page = paths.manage('de', tokenOf(await aSubscriber(portal)));
    const { headers } = await openBrowser(portal.app).visit(page);
    assert.equal(headers['cache-control'], 'private, no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.match(headers['x-robots-tag'] ?? '', /noindex/);
  });
});
