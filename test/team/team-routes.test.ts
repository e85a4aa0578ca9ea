import assert from 'node:assert/strict';
import { ROLES, type Role } from '../../src/staff/index.js';
import { openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signedIn, signInAs, someMember } from '../support/staff.js';

const NEW = { name: 'Nguyễn O’Brien', email: 'Neu@Behoerde.example', role: 'reviewer', language: 'en' };

describe('the team at the desk', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  const rowOf = (id: number) => portal.db('staff').where({ id }).first();

  async function invite() {
    const browser = await signInAs(portal, 'administrator');
    await browser.send('/staff/team/invitation', NEW);
    const [mail] = await portal.sendMails();
    const path = /https:\/\/press\.example(\S+)/.exec(mail!.text)![1]!;
    const row = await portal.db('staff').where({ email: 'neu@behoerde.example' }).first();
    return { browser, mail: mail!, path, id: row.id as number };
  }

  it('lists everybody with role, state and last sign-in', async () => {
    const { browser } = await invite();
    const { text } = await browser.visit('/staff/team');
    assert.match(
      text,
      /Nguyễn O’Brien[\s\S]*neu@behoerde\.example[\s\S]*Prüfung[\s\S]*Eingeladen[\s\S]*noch nie/,
    );
    assert.match(text, /\(Sie\)/);
    assert.match(text, /10\.\u00A0Oktober 2024/);
  });

  it('invites by a letter in the language of the invited person', async () => {
    const { mail } = await invite();
    assert.equal(mail.to, 'neu@behoerde.example');
    assert.equal(mail.subject, 'Your invitation to the press portal');
    assert.match(mail.text, /^Hello Nguyễn O’Brien,/);
    const entry = await portal.db('audit_entries').where({ action: 'staff.invited' }).first();
    assert.doesNotMatch(JSON.stringify(entry), /Nguy|behoerde/);
  });

  it('lets the invited person confirm the name, choose a password and start', async () => {
    const { path } = await invite();
    const browser = openBrowser(portal.app);
    const page = await browser.visit(path);
    assert.match(page.text, /value="Nguyễn O’Brien"/);
    assert.match(page.text, /autocomplete="new-password"/);
    const short = await browser.send(path, { name: 'Nguyễn O’Brien', password: 'zu kurz' });
    assert.equal(short.status, 400);
    assert.match(short.text, /mindestens 12/);
    const answer = await browser.send(path, { name: 'Nguyễn Obrien', password: 'ein ganzer Satz' });
    assert.equal(answer.headers.location, '/staff');
    assert.match((await browser.visit('/staff/account')).text, /value="Nguyễn Obrien"/);
    assert.equal((await openBrowser(portal.app).visit(path)).status, 410);
    const signIn = await openBrowser(portal.app).send('/staff/sign-in', {
      email: NEW.email,
      password: 'ein ganzer Satz',
    });
    assert.equal(signIn.status, 303);
  });

  it('does not let an invited person in before, with whatever password', async () => {
    await invite();
    const answer = await openBrowser(portal.app).send('/staff/sign-in', { email: NEW.email, password: ' ' });
    assert.equal(answer.status, 400);
  });

  it('sends the invitation again, and the first link stops working', async () => {
    const { browser, path, id } = await invite();
    await browser.send(`/staff/team/${id}`, {}, `/staff/team/${id}/invitation`);
    const [second] = await portal.sendMails();
    assert.equal((await openBrowser(portal.app).visit(path)).status, 410);
    const fresh = /https:\/\/press\.example(\S+)/.exec(second!.text)![1]!;
    assert.equal((await openBrowser(portal.app).visit(fresh)).status, 200);
  });

  it('keeps the form when an entry is wrong or the address is taken', async () => {
    const { browser } = await invite();
    const wrong = await browser.send('/staff/team/invitation', { ...NEW, email: 'neu@', role: 'minister' });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /value="Nguyễn O’Brien"/);
    assert.match(wrong.text, /Bitte wählen Sie eine Rolle/);
    const taken = await browser.send('/staff/team/invitation', NEW);
    assert.equal(taken.status, 400);
    assert.match(taken.text, /gibt es schon ein Konto/);
  });

  it('changes a role, which holds from the next page on', async () => {
    const member = await someMember(portal, 'reviewer');
    const theirs = await signedIn(portal, member);
    assert.equal((await theirs.visit('/staff/team')).status, 403);
    const browser = await signInAs(portal, 'administrator');
    const page = `/staff/team/${member.id}`;
    const answer = await browser.send(page, { role: 'auditor', from: 'reviewer' }, `${page}/role`);
    assert.equal(answer.headers.location, page);
    assert.equal((await theirs.visit('/staff/team')).status, 200);
  });

  it('says so when the role was changed by somebody else in the meantime', async () => {
    const member = await someMember(portal, 'reviewer');
    const browser = await signInAs(portal, 'administrator');
    const page = `/staff/team/${member.id}`;
    const answer = await browser.send(page, { role: 'auditor', from: 'editor' }, `${page}/role`);
    assert.equal(answer.status, 409);
    assert.match(answer.text, /in der Zwischenzeit jemand anderes geändert/);
    assert.equal((await rowOf(member.id)).role, 'reviewer');
  });

  it('closes an account at once, and opens it again', async () => {
    const member = await someMember(portal, 'reviewer');
    const theirs = await signedIn(portal, member);
    const browser = await signInAs(portal, 'administrator');
    const page = `/staff/team/${member.id}`;
    await browser.send(page, {}, `${page}/close`);
    assert.equal((await theirs.visit('/staff/account')).status, 303);
    assert.deepEqual(await portal.db('staff_sessions').where({ staff_id: member.id }), []);
    assert.equal((await browser.send(page, {}, `${page}/close`)).status, 409, 'twice');
    await browser.send(page, {}, `${page}/reopen`);
    assert.equal((await rowOf(member.id)).state, 'active');
    assert.equal((await theirs.visit('/staff/account')).status, 303, 'the old session stays ended');
  });

  it('lets nobody change the own role or close the own account', async () => {
    const browser = await signInAs(portal, 'administrator');
    await someMember(portal, 'administrator');
    const page = `/staff/team/${browser.member.id}`;
    assert.match((await browser.visit(page)).text, /kann niemand selbst ändern/);
    for (const [path, fields] of [
      ['role', { role: 'editor', from: 'administrator' }],
      ['close', {}],
    ] as const) {
      assert.equal((await browser.send(page, fields, `${page}/${path}`)).status, 403, path);
    }
    assert.deepEqual((await rowOf(browser.member.id)).role, 'administrator');
  });

  it('answers 404 for people who do not exist', async () => {
    const browser = await signInAs(portal, 'administrator');
    for (const path of ['/staff/team/999', '/staff/team/abc', '/staff/team/0']) {
      assert.equal((await browser.visit(path)).status, 404, path);
    }
  });

  describe('keeps to the rights of each role', () => {
    const paths = (id: number) => ({
      get: ['/staff/team', '/staff/team/invitation', `/staff/team/${id}`],
      post: [
        '/staff/team/invitation',
        ...['role', 'invitation', 'close', 'reopen'].map((step) => `/staff/team/${id}/${step}`),
      ],
    });

    for (const role of ROLES.filter((name): name is Role => name !== 'administrator')) {
      it(`${role}: ${role === 'auditor' ? 'reads the list' : 'nothing'}`, async () => {
        const { id } = await someMember(portal, 'editor');
        const browser = await signInAs(portal, role);
        for (const path of paths(id).get) {
          const expected = role === 'auditor' && path === '/staff/team' ? 200 : 403;
          assert.equal((await browser.visit(path)).status, expected, path);
        }
        for (const path of paths(id).post) {
          assert.equal((await browser.send('/staff/account', NEW, path)).status, 403, path);
        }
        const { text } = await browser.visit(role === 'auditor' ? '/staff/team' : '/staff/account');
        assert.doesNotMatch(text, /\/staff\/team\//);
      });
    }

    it('a stranger is led to the sign-in page, and posts nothing', async () => {
      const { id } = await someMember(portal, 'editor');
      const browser = openBrowser(portal.app);
      for (const path of [...paths(id).get, '/staff/account', '/staff/account/password', '/staff/outbox']) {
        const answer = await browser.visit(path);
        assert.equal(answer.headers.location, `/staff/sign-in?back=${encodeURIComponent(path)}`, path);
      }
      for (const path of [
        ...paths(id).post,
        '/staff/account',
        '/staff/account/password',
        '/staff/outbox/1/resend',
      ]) {
        assert.equal((await browser.send('/staff/sign-in', NEW, path)).status, 403, path);
      }
    });
  });
});
