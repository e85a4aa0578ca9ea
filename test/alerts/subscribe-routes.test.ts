import assert from 'node:assert/strict';
import { findSubscriberByEmail } from '../../src/alerts/subscriber-repository.js';
import { openBrowser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';
import { anEntry, aSubscriber } from './subscribing.js';

const PAGE = '/de/press/alerts';
const FILLED = { email: 'mara@bote.example', 'languages[]': ['de'], scope: 'all' };
const linkIn = (text: string) => /https:\/\/press\.example(\/\S+)/.exec(text)?.[1] ?? '';

describe('the press list for everybody', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  it('is found from the home page, the list of releases and each release', async () => {
    const { addRelease } = await import('../newsroom/example-release.js');
    const { slug } = await addRelease(portal.db);
    const browser = openBrowser(portal.app);
    for (const lang of ['de', 'en'])
      for (const path of [`/${lang}`, `/${lang}/press`])
        assert.match((await browser.visit(path)).text, new RegExp(`href="/${lang}/press/alerts"`), path);
    assert.match((await browser.visit(`/de/press/2024/${slug}`)).text, /href="\/de\/press\/alerts"/);
  });

  it('offers the topics of public events, sets no cookie, and is kept by no shared cache', async () => {
    const event = await anEvent(portal);
    await anEvent(portal, {
      state: 'draft',
      texts: { ...event.texts, title: { de: 'Geheim', en: 'Secret' } },
    });
    const { text, headers } = await openBrowser(portal.app).visit(PAGE);
    assert.match(text, new RegExp(`value="event:${event.id}"[\\s\\S]*Beispielkongress`));
    assert.doesNotMatch(text, /Geheim/);
    assert.match(text, /Wir behalten sie, bis Sie den Verteiler verlassen/);
    assert.equal(headers['cache-control'], 'private, no-cache');
    assert.equal(headers['set-cookie'], undefined);
  });

  it('goes from the form by the letter to the list; the link alone changes nothing', async () => {
    const event = await anEvent(portal);
    const browser = openBrowser(portal.app);
    const chosen = {
      'languages[]': ['de', 'en'],
      scope: 'some',
      'topics[]': ['general', `event:${event.id}`],
    };
    const sent = await browser.send(PAGE, { ...FILLED, ...chosen });
    assert.deepEqual([sent.status, sent.headers.location], [303, '/de/press/alerts/sent']);
    assert.match((await browser.visit('/de/press/alerts/sent')).text, /Bitte sehen Sie in Ihr Postfach/);
    const [letter] = await portal.sendMails();
    const link = linkIn(letter!.text);
    const page = await browser.visit(link);
    assert.match(page.text, /mara@bote\.example[\s\S]*Deutsch, Englisch[\s\S]*Beispielkongress, Allgemeines/);
    assert.deepEqual(
      [page.headers['cache-control'], page.headers['referrer-policy']],
      ['private, no-store', 'no-referrer'],
    );
    assert.equal((await findSubscriberByEmail(portal.db, FILLED.email))?.confirmedAt, undefined);
    const confirmed = await browser.send(link, {});
    assert.equal(confirmed.status, 303);
    const managed = await browser.visit(String(confirmed.headers.location));
    assert.match(managed.text, /Sie stehen im Presseverteiler/);
    const subscriber = await findSubscriberByEmail(portal.db, FILLED.email);
    assert.deepEqual(subscriber?.confirmedAt, MORNING);
    assert.deepEqual(subscriber?.wishes, {
      languages: ['de', 'en'],
      topics: [`event:${event.id}`, 'general'],
    });
    assert.equal((await browser.visit(link)).status, 303, 'a second click leads to the page to manage it');
  });

  it('answers the same whether or not the address is known', async () => {
    await aSubscriber(portal, { email: 'auf@liste.example' });
    await anEntry(portal, { email: 'halb@liste.example' });
    await portal.sendMails();
    const browser = openBrowser(portal.app);
    const answers = [];
    for (const email of ['auf@liste.example', 'halb@liste.example', 'fremd@liste.example']) {
      const { status, text, headers } = await browser.send(PAGE, { ...FILLED, email });
      answers.push({ status, text, location: headers.location });
    }
    assert.deepEqual(answers[1], answers[0]);
    assert.deepEqual(answers[2], answers[0]);
  });

  it('says at each field what is wrong, and keeps what was typed', async () => {
    const event = await anEvent(portal);
    const browser = openBrowser(portal.app);
    const first = await browser.send(PAGE, { email: 'mara', scope: 'some' });
    assert.equal(first.status, 400);
    assert.match(first.text, /href="#email"[\s\S]*href="#languages"[\s\S]*href="#topics"/);
    assert.match(first.text, /value="mara"/);
    const second = await browser.send(PAGE, {
      ...FILLED,
      email: 'x',
      scope: 'some',
      'topics[]': `event:${event.id}`,
    });
    assert.match(second.text, new RegExp(`value="event:${event.id}" checked`));
    assert.match(second.text, /name="languages\[\]" value="de" checked/);
    const third = await browser.send(PAGE, { ...FILLED, scope: 'some', 'topics[]': 'event:4711' });
    assert.equal(third.status, 400, 'a topic nobody offers');
    assert.deepEqual(await portal.sendMails(), []);
  });

  it('keeps what was typed also for a form too old and one filled in by a robot', async () => {
    const browser = openBrowser(portal.app);
    const old = await browser.send(PAGE, { ...FILLED, formToken: 'x' });
    assert.equal(old.status, 403);
    assert.match(old.text, /zu lange offen[\s\S]*value="mara@bote\.example"/);
    const robot = await browser.send(PAGE, { ...FILLED, homepage: 'https://kauf.example' });
    assert.equal(robot.status, 400);
    assert.match(robot.text, /value="mara@bote\.example"/);
    assert.doesNotMatch(robot.text, /kauf\.example/);
    assert.deepEqual(await portal.sendMails(), []);
  });

  it('says that a link is over after 48 hours, and knows no forged one', async () => {
    const browser = openBrowser(portal.app);
    await browser.send(PAGE, FILLED);
    const link = linkIn((await portal.sendMails())[0]!.text);
    portal.moveClock(new Date(MORNING.getTime() + 48 * 3600_000));
    const { status, text } = await browser.visit(link);
    assert.equal(status, 410);
    assert.match(text, /href="\/de\/press\/alerts"/);
    const formToken = await browser.tokenAt(PAGE);
    const posted = await browser.agent.post(link).type('form').send({ formToken });
    assert.equal(posted.status, 410);
    assert.equal((await browser.visit(`${link.slice(0, -1)}_`)).status, 404);
  });
});

describe('the press list, asked too often', () => {
  it('writes three letters a day to a mailbox and says nothing about it', async () => {
    const portal = await openPortal('sqlite', { rateLimits: true });
    try {
      const browser = openBrowser(portal.app);
      let letters = 0;
      for (let count = 0; count < 5; count += 1) {
        assert.equal((await browser.send(PAGE, FILLED)).status, 303);
        letters += (await portal.sendMails()).length;
      }
      assert.equal(letters, 3);
    } finally {
      await portal.close();
    }
  });

  it('asks a network for patience, and keeps what was typed', async () => {
    const portal = await openPortal('sqlite', { rateLimits: true });
    try {
      const browser = openBrowser(portal.app);
      const formToken = await browser.tokenAt(PAGE);
      let answer = await browser.agent.post(PAGE).type('form').send({ formToken, email: 'x' });
      for (let count = 0; count < 60; count += 1)
        answer = await browser.agent.post(PAGE).type('form').send({ formToken, email: 'x' });
      assert.equal(answer.status, 429);
      assert.match(answer.text, /value="x"/);
      assert.ok(Number(answer.headers['retry-after']) > 0);
    } finally {
      await portal.close();
    }
  });
});
