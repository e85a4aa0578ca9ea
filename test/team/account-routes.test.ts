import assert from 'node:assert/strict';
import { changePassword } from '../../src/team/change-account.js';
import { openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signedIn, signInAs, someMember } from '../support/staff.js';

const PAGE = '/staff/account';
const PASSWORD = `${PAGE}/password`;
const OLD = 'das alte Passwort';

describe('my account', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  async function withPassword() {
    const member = await someMember(portal, 'reviewer');
    await changePassword(portal, member, { current: '', password: OLD, askCurrent: false });
    const browser = openBrowser(portal.app);
    await browser.send('/staff/sign-in', { email: member.email, password: OLD });
    return { member, browser };
  }

  it('keeps name, language and notices, and speaks the chosen language from then on', async () => {
    const browser = await signInAs(portal, 'checkin');
    const answer = await browser.send(PAGE, { name: '李', language: 'en', notices: 'daily' });
    assert.equal(answer.status, 303);
    const { text } = await browser.visit(PAGE);
    assert.match(text, /<html lang="en">/);
    assert.match(text, /value="李"/);
    assert.match(text, /value="daily" selected/);
    assert.match(text, /role="status"[\s\S]*Saved\./);
  });

  it('says what is wrong and keeps what was typed', async () => {
    const browser = await signInAs(portal, 'reviewer');
    const answer = await browser.send(PAGE, { name: ' ', language: 'fr', notices: 'hourly' });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /href="#name"/);
    assert.match(answer.text, /Bitte wählen Sie eine Sprache/);
  });

  it('changes no role and no address, whatever is sent', async () => {
    const browser = await signInAs(portal, 'reviewer');
    const sent = {
      name: 'Ich',
      language: 'de',
      notices: 'each',
      role: 'administrator',
      email: 'x@y.example',
    };
    await browser.send(PAGE, sent);
    const row = await portal.db('staff').where({ id: browser.member.id }).first();
    assert.deepEqual([row.role, row.email, row.name], ['reviewer', browser.member.email, 'Ich']);
  });

  it('takes a new password only with the current one', async () => {
    const { browser, member } = await withPassword();
    const wrong = await browser.send(PASSWORD, {
      current: 'geraten und falsch',
      password: 'das neue Passwort',
    });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /Das ist nicht Ihr bisheriges Passwort/);
    const missing = await browser.send(PASSWORD, { password: 'das neue Passwort' });
    assert.match(missing.text, /Bitte geben Sie Ihr bisheriges Passwort ein/);
    const right = await browser.send(PASSWORD, { current: OLD, password: 'das neue Passwort' });
    assert.equal(right.headers.location, PAGE);
    const signIn = (password: string) =>
      openBrowser(portal.app).send('/staff/sign-in', { email: member.email, password });
    assert.equal((await signIn(OLD)).status, 400);
    assert.equal((await signIn('das neue Passwort')).status, 303);
  });

  it('ends all other sessions with the new password, and keeps this one', async () => {
    const { browser, member } = await withPassword();
    const elsewhere = await signedIn(portal, member);
    await browser.send(PASSWORD, { current: OLD, password: 'das neue Passwort' });
    assert.equal((await elsewhere.visit(PAGE)).status, 303);
    assert.equal((await browser.visit(PAGE)).status, 200);
  });

  it('refuses a password of eleven signs and takes one of twelve, whatever the signs', async () => {
    const { browser } = await withPassword();
    const attempt = (password: string) => browser.send(PASSWORD, { current: OLD, password });
    assert.equal((await attempt('elf Zeichen')).status, 400);
    assert.equal((await attempt('🔑'.repeat(11))).status, 400);
    assert.equal((await attempt('🔑'.repeat(12))).status, 303);
  });

  it('asks again for the current password an hour after a mailed link', async () => {
    const { member } = await withPassword();
    const browser = await signedIn(portal, member);
    assert.doesNotMatch((await browser.visit(PASSWORD)).text, /name="current"/);
    const { data, id_hash } = await portal
      .db('staff_sessions')
      .orderBy('expires_at', 'desc')
      .where({ staff_id: member.id })
      .whereLike('data', '%newPasswordUntil%')
      .first();
    const old = JSON.stringify({
      ...JSON.parse(data),
      newPasswordUntil: new Date(Date.now() - 1).toISOString(),
    });
    await portal.db('staff_sessions').where({ id_hash }).update({ data: old });
    assert.match((await browser.visit(PASSWORD)).text, /name="current"/);
  });
});
