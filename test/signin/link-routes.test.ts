import assert from 'node:assert/strict';
import { createSignInLink } from '../../src/signin/index.js';
import type { Member } from '../../src/staff/index.js';
import { changePassword } from '../../src/team/change-account.js';
import { openBrowser } from '../support/browser.js';
import { onBothDatabases, openPortal, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const FORGOTTEN = '/staff/sign-in/forgotten';

onBothDatabases('a one-time link', (open) => {
  let portal: TestPortal;
  let member: Member;
  beforeEach(async () => {
    portal = await open();
    member = await someMember(portal, 'reviewer');
  });
  afterEach(() => portal.close());

  const letItExpire = () =>
    portal.db('staff_links').update({ expires_at: new Date(Date.now() - 1).toISOString() });

  it('shows a button that says nothing about the person, and signs in with one press', async () => {
    const link = await createSignInLink(portal, member);
    const browser = openBrowser(portal.app);
    const page = await browser.visit(link);
    assert.equal(page.status, 200);
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
    assert.doesNotMatch(page.text, new RegExp(`${member.name}|${member.email}`));
    assert.equal((await browser.visit('/staff/account')).status, 303, 'looking signs nobody in');
    const answer = await browser.send(link, {});
    assert.equal(answer.headers.location, '/staff');
    assert.equal((await browser.visit('/staff/account')).status, 200);
  });

  it('works once', async () => {
    const link = await createSignInLink(portal, member);
    await openBrowser(portal.app).send(link, {});
    const again = openBrowser(portal.app);
    const page = await again.visit(link);
    assert.equal(page.status, 410);
    assert.match(page.text, new RegExp(`href="${FORGOTTEN}"`));
    const formToken = await again.tokenAt(FORGOTTEN);
    assert.equal((await again.agent.post(link).type('form').send({ formToken })).status, 410);
  });

  it('lets in one of two who press at the same moment', async () => {
    const link = await createSignInLink(portal, member);
    const browsers = [openBrowser(portal.app), openBrowser(portal.app)];
    const tokens = await Promise.all(browsers.map((browser) => browser.tokenAt(link)));
    const answers = await Promise.all(
      browsers.map((browser, at) => browser.agent.post(link).type('form').send({ formToken: tokens[at] })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 410]);
  });

  it('ends with its time, real time', async () => {
    const link = await createSignInLink(portal, member);
    await letItExpire();
    assert.equal((await openBrowser(portal.app).visit(link)).status, 410);
  });

  it('lasts 24 hours when the server printed it', async () => {
    await createSignInLink(portal, member);
    const { expires_at } = await portal.db('staff_links').first();
    const hours = (new Date(expires_at).getTime() - Date.now()) / 3600_000;
    assert.ok(hours > 23.9 && hours <= 24, String(hours));
  });

  it('leaves nothing in the database that would open the door', async () => {
    const link = await createSignInLink(portal, member);
    const secret = link.split('.').at(-1)!;
    assert.equal(JSON.stringify(await portal.db('staff_links')).includes(secret), false);
  });

  it('cannot be made up from the number of another one', async () => {
    const link = await createSignInLink(portal, member);
    await createSignInLink(portal, await someMember(portal, 'administrator'));
    const [id, ...rest] = link.split('/').at(-1)!.split('.');
    const other = (Number.parseInt(id!, 36) + 1).toString(36);
    for (const token of [[other, ...rest].join('.'), 'x', '1.1.00000000000000000000000000000000']) {
      assert.equal((await openBrowser(portal.app).visit(`/staff/sign-in/${token}`)).status, 410, token);
    }
  });

  it('opens nothing for somebody else when its number is given out again after a restored backup', async () => {
    const link = await createSignInLink(portal, member);
    const row = await portal.db('staff_links').first();
    await portal.db('staff_links').delete();
    await portal.db('staff_links').insert({ ...row, version: (row.version % 999_999_999) + 1 });
    assert.equal((await openBrowser(portal.app).visit(link)).status, 410);
  });

  it('opens nothing when the account is closed or a new password was set', async () => {
    const [first, second] = [await createSignInLink(portal, member), await createSignInLink(portal, member)];
    await portal.db('staff').where({ id: member.id }).update({ state: 'closed' });
    assert.equal((await openBrowser(portal.app).visit(first)).status, 410);
    await portal.db('staff').where({ id: member.id }).update({ state: 'active' });
    await changePassword(portal, member, { current: '', password: 'ein neuer Satz', askCurrent: false });
    assert.equal((await openBrowser(portal.app).visit(second)).status, 410);
  });
});

describe('asking for a link by e-mail', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  const ask = (email: string) => openBrowser(portal.app).send(FORGOTTEN, { email });

  it('answers the same whether or not there is an account', async () => {
    const member = await someMember(portal);
    const closed = await someMember(portal);
    await portal.db('staff').where({ id: closed.id }).update({ state: 'closed' });
    const pages = [];
    for (const email of [member.email, closed.email, 'niemand@behoerde.example']) {
      const answer = await ask(email);
      assert.equal(answer.status, 303);
      pages.push([
        answer.headers.location,
        (await openBrowser(portal.app).visit(answer.headers.location!)).text,
      ]);
    }
    assert.deepEqual(pages[1], pages[0]);
    assert.deepEqual(pages[2], pages[0]);
    assert.deepEqual(
      (await portal.sendMails()).map(({ to }) => to),
      [member.email],
    );
    assert.equal((await portal.db('audit_entries').where({ action: 'staff.link_requested' })).length, 3);
  });

  it('sends a link that leads to a new password, without the forgotten one', async () => {
    const member = await someMember(portal, 'editor', { language: 'en' });
    await changePassword(portal, member, { current: '', password: 'das alte Passwort', askCurrent: false });
    await ask(member.email.toUpperCase());
    const [mail] = await portal.sendMails();
    assert.equal(mail?.subject, 'Your link to sign in');
    assert.match(mail?.text ?? '', /valid for 1 hour\.[\s\S]*Kind regards\n\nPress portal/);
    const path = /https:\/\/press\.example(\/staff\/sign-in\/\S+)/.exec(mail!.text)![1]!;
    const browser = openBrowser(portal.app);
    assert.equal((await browser.send(path, {})).headers.location, '/staff/account/password');
    const saved = await browser.send('/staff/account/password', { password: 'das ganz neue Passwort' });
    assert.equal(saved.headers.location, '/staff/account');
    const answer = await openBrowser(portal.app).send('/staff/sign-in', {
      email: member.email,
      password: 'das ganz neue Passwort',
    });
    assert.equal(answer.headers.location, '/staff');
  });

  it('says when it is no address, and keeps what was typed', async () => {
    const answer = await ask('ute@');
    assert.equal(answer.status, 400);
    assert.match(answer.text, /value="ute@"/);
    assert.match(answer.text, /href="#email"/);
  });

  it('sends no more than three letters in an hour to one address', async () => {
    await portal.close();
    portal = await openPortal('sqlite', { rateLimits: true });
    const member = await someMember(portal);
    for (let tries = 0; tries < 3; tries += 1) assert.equal((await ask(member.email)).status, 303);
    const answer = await ask(member.email);
    assert.equal(answer.status, 429);
    assert.match(answer.text, /Zu viele Anfragen nach einem Link/);
    assert.equal((await portal.sendMails()).length, 3);
  });
});
