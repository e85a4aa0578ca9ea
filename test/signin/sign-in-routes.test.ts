import assert from 'node:assert/strict';
import type { Member } from '../../src/staff/index.js';
import { changePassword } from '../../src/team/change-account.js';
import { openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signedIn, someMember } from '../support/staff.js';

const PASSWORD = 'ein Satz mit Umlauten: süß';

describe('signing in', () => {
  let portal: TestPortal;
  let member: Member;
  beforeEach(async () => {
    portal = await openPortal();
    member = await someMember(portal, 'administrator', { email: 'ute@behoerde.example' });
    await changePassword(portal, member, { current: '', password: PASSWORD, askCurrent: false });
  });
  afterEach(() => portal.close());

  const attempt = (fields: Record<string, string>, browser = openBrowser(portal.app)) =>
    browser.send('/staff/sign-in', fields);

  it('opens the desk for address and password', async () => {
    const browser = openBrowser(portal.app);
    const answer = await attempt({ email: ' UTE@behoerde.example', password: PASSWORD }, browser);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, '/staff');
    assert.equal((await browser.visit('/staff/account')).status, 200);
  });

  it('takes a password typed on another keyboard, with letter and dots as two signs', async () => {
    const answer = await attempt({ email: member.email, password: PASSWORD.normalize('NFD') });
    assert.equal(answer.status, 303);
  });

  it('says the same for a wrong password, an unknown address and a closed account', async () => {
    await portal.db('staff').insert({
      ...(await portal.db('staff').where({ id: member.id }).first()),
      id: 99,
      email: 'zu@behoerde.example',
      state: 'closed',
    });
    const answers = [
      await attempt({ email: member.email, password: 'falsch falsch falsch' }),
      await attempt({ email: 'niemand@behoerde.example', password: PASSWORD }),
      await attempt({ email: 'zu@behoerde.example', password: PASSWORD }),
    ];
    for (const answer of answers) {
      assert.equal(answer.status, 400);
      assert.match(answer.text, /E-Mail und Passwort passen nicht zusammen/);
    }
  });

  it('keeps the address typed and never prints a password', async () => {
    const { text } = await attempt({ email: 'ute@behoerde.example', password: 'ganz-geheim-123' });
    assert.match(text, /value="ute@behoerde.example"/);
    assert.doesNotMatch(text, /ganz-geheim-123/);
  });

  it('asks for what is missing', async () => {
    const answer = await attempt({ email: 'kein Postfach', password: '' });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /Bitte geben Sie eine E-Mail-Adresse ein/);
    assert.match(answer.text, /Bitte geben Sie Ihr Passwort ein/);
  });

  it('leads back to the page that was wanted', async () => {
    const browser = openBrowser(portal.app);
    const wanted = await browser.visit('/staff/account?a=1');
    assert.equal(wanted.status, 303);
    const answer = await browser.send(wanted.headers.location!, {
      email: member.email,
      password: PASSWORD,
      back: '/staff/account?a=1',
    });
    assert.equal(answer.headers.location, '/staff/account?a=1');
    assert.match(
      (await openBrowser(portal.app).visit(wanted.headers.location!)).text,
      /value="\/staff\/account\?a=1"/,
    );
  });

  it('leads to no other house', async () => {
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/staff/../de',
      '/staffx',
    ]) {
      const answer = await attempt({ email: member.email, password: PASSWORD, back });
      assert.equal(answer.headers.location, '/staff', back);
    }
  });

  it('sends a member who is signed in to the desk', async () => {
    const browser = await signedIn(portal, member);
    const answer = await browser.visit('/staff/sign-in');
    assert.equal(answer.headers.location, '/staff');
  });

  it('refuses a form without its token', async () => {
    const answer = await openBrowser(portal.app)
      .agent.post('/staff/sign-in')
      .type('form')
      .send({ email: member.email, password: PASSWORD });
    assert.equal(answer.status, 403);
  });

  it('ends with signing out, for this session only', async () => {
    const [here, there] = [await signedIn(portal, member), await signedIn(portal, member)];
    const answer = await here.send('/staff/account', {}, '/staff/sign-out');
    assert.equal(answer.headers.location, '/staff/sign-in?out=1');
    assert.match((await here.visit('/staff/sign-in?out=1')).text, /Sie sind abgemeldet/);
    assert.equal((await here.visit('/staff/account')).status, 303);
    assert.equal((await there.visit('/staff/account')).status, 200);
  });

  it('is noted with the day, without names', async () => {
    await attempt({ email: member.email, password: PASSWORD });
    const row = await portal.db('staff').where({ id: member.id }).first();
    assert.equal(row.last_sign_in_at, portal.clock.now().toISOString());
    const entry = await portal.db('audit_entries').where({ action: 'staff.signed_in' }).first();
    assert.equal(entry.actor, `staff:${member.id}`);
    assert.deepEqual(JSON.parse(entry.details), { by: 'password' });
  });

  it('speaks English to an English browser', async () => {
    const { text } = await openBrowser(portal.app).agent.get('/staff/sign-in').set('Accept-Language', 'en');
    assert.match(text, /<h1>Sign in<\/h1>/);
  });
});

describe('guessing passwords', () => {
  let portal: TestPortal;
  let member: Member;
  beforeEach(async () => {
    portal = await openPortal('sqlite', { rateLimits: true, trustProxy: 'loopback' });
    member = await someMember(portal);
    await changePassword(portal, member, { current: '', password: PASSWORD, askCurrent: false });
  });
  afterEach(() => portal.close());

  async function attemptFrom(network: string, password: string) {
    const { agent, tokenAt } = openBrowser(portal.app);
    const formToken = await tokenAt('/staff/sign-in');
    return agent
      .post('/staff/sign-in')
      .set('X-Forwarded-For', network)
      .type('form')
      .send({ formToken, email: member.email, password });
  }

  it('has to wait after five wrong tries, and says for how long', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      assert.equal((await attemptFrom('192.0.2.1', 'falsch falsch')).status, 400);
    }
    const answer = await attemptFrom('192.0.2.1', PASSWORD);
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers['retry-after']) > 0);
    assert.match(answer.text, /Bitte warten Sie 15 Minuten/);
  });

  it('locks out nobody in another network', async () => {
    for (let tries = 0; tries < 6; tries += 1) await attemptFrom('192.0.2.1', 'falsch falsch');
    assert.equal((await attemptFrom('198.51.100.7', PASSWORD)).status, 303);
  });

  it('starts anew after the right password', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await attemptFrom('192.0.2.1', 'falsch falsch');
      assert.equal((await attemptFrom('192.0.2.1', PASSWORD)).status, 303);
    }
  });

  it('leaves no address behind in the table of the limits', async () => {
    await attemptFrom('192.0.2.1', 'falsch falsch');
    const kept = JSON.stringify(await portal.db('rate_limits'));
    assert.doesNotMatch(kept, /192\.0\.2|behoerde\.example/);
  });
});
