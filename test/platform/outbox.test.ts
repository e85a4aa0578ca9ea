import assert from 'node:assert/strict';
import { RETRY_MINUTES } from '../../src/platform/mail-status.js';
import type { MailMessage, MailTransport } from '../../src/platform/mail-transport.js';
import { openMailTransport } from '../../src/platform/mail-transport.js';
import {
  bodyWithLink,
  type Letter,
  type MailHooks,
  queueMail,
  sendWaitingMails,
} from '../../src/platform/outbox.js';
import { changeMail, claimMail, getMail } from '../../src/platform/outbox-repository.js';
import { readToken } from '../../src/platform/personal-links.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const NO_HOOKS = { attachments: {}, afterSent: {}, beforeSending: {}, afterFailure: {} };

onBothDatabases('the outbox', (open) => {
  let portal: TestPortal;
  let server: MailServer;
  let transport: MailTransport;
  beforeEach(async () => {
    portal = await open();
    server = await startMailServer();
    transport = await openMailTransport({ ...portal.config, smtpUrl: server.url });
  });
  afterEach(async () => {
    transport.close();
    await server.close();
    await portal.close();
  });

  const write = (letter: Partial<Letter> = {}) =>
    portal.db.transaction((trx) =>
      queueMail(
        trx,
        { kind: 'k', to: 'jana@verlag.example', lang: 'de', subject: 'Grüße', body: 'Guten Tag', ...letter },
        portal.clock.now(),
      ),
    );
  const send = (through = transport, hooks: Parameters<typeof sendWaitingMails>[1] = NO_HOOKS) =>
    sendWaitingMails(portal, hooks, through);
  const laterBy = (minutes: number) =>
    portal.moveClock(new Date(portal.clock.now().getTime() + minutes * 60_000));

  it('sends a letter by SMTP with sender, language and its own Message-ID, and notes it as sent', async () => {
    const id = await write({ lang: 'en', attachments: [{ kind: 'note', id: 7 }] });
    const note = { filename: 'note.txt', content: Buffer.from('seven'), contentType: 'text/plain' };
    assert.equal(await send(transport, { ...NO_HOOKS, attachments: { note: async () => note } }), 1);
    const [mail] = server.mails;
    const { state, sentAt, messageId } = await getMail(portal.db, id);
    assert.equal(mail?.subject, 'Grüße');
    assert.equal(mail?.text?.trim(), 'Guten Tag');
    assert.match(mail?.messageId ?? '', new RegExp(`^<${messageId}@`));
    assert.equal(mail?.headers.get('content-language'), 'en');
    assert.equal(mail?.attachments[0]?.content.toString(), 'seven');
    assert.deepEqual([state, sentAt], ['sent', portal.clock.now()]);
  });

  it('puts the personal link in only while sending', async () => {
    const link = { path: '/de/accreditation/TOKEN', purpose: 'status', id: 12, version: 3 };
    const id = await write({ body: 'Ihr Link: {link}', link });
    await send();
    const token = /accreditation\/(\S+)/.exec(server.mails[0]?.text ?? '')?.[1] ?? '';
    assert.deepEqual(readToken(portal.keys, 'status', token), { purpose: 'status', id: 12, version: 3 });
    assert.doesNotMatch(JSON.stringify(await portal.db('outgoing_mails').where({ id })), new RegExp(token));
    assert.equal(bodyWithLink(portal, { body: 'ohne {link}' }), 'ohne {link}');
  });

  it('sends letters that follow one another over one connection, also past one that is refused', async () => {
    server.refuse('weg@verlag.example');
    for (let number = 0; number < 4; number += 1) await write({ subject: `Nr ${number}` });
    await write({ to: 'weg@verlag.example' });
    await write({ subject: 'Nr 4' });
    assert.equal(await send(), 5);
    assert.ok(server.connections() <= 2, `${server.connections()} connections`);
  });

  it('sends each letter once, however many senders work at the same time', async () => {
    for (let number = 0; number < 12; number += 1) await write({ subject: `Nr ${number}` });
    const sent = await Promise.all([send(), send(), send()]);
    assert.equal(
      sent.reduce((sum, count) => sum + count, 0),
      12,
    );
    assert.equal(new Set(server.mails.map((mail) => mail.subject)).size, 12);
    assert.equal(server.mails.length, 12);
  });

  it('keeps a letter back until its time has come', async () => {
    await write({ notBefore: new Date(portal.clock.now().getTime() + 5 * 60_000) });
    assert.equal(await send(), 0);
    laterBy(5);
    assert.equal(await send(), 1);
  });

  it('gives an address up at once that the mail server refuses', async () => {
    server.refuse('jana@verlag.example');
    const id = await write();
    await send();
    const { state, lastError, tries } = await getMail(portal.db, id);
    assert.deepEqual([state, tries], ['refused', 1]);
    assert.match(lastError ?? '', /550 User unknown/);
    laterBy(60 * 24);
    assert.equal(await send(), 0);
  });

  it('tries again later when the mail server asks for patience', async () => {
    server.postpone('jana@verlag.example');
    const id = await write();
    await send();
    assert.equal((await getMail(portal.db, id)).state, 'waiting');
    assert.match((await getMail(portal.db, id)).lastError ?? '', /451/);
    server.welcomeAll();
    assert.equal(await send(), 0, 'not before the pause is over');
    laterBy(RETRY_MINUTES[0]);
    assert.equal(await send(), 1);
    assert.deepEqual((await getMail(portal.db, id)).lastError, undefined);
  });

  it('gives up after the last try', async () => {
    server.postpone('jana@verlag.example');
    const id = await write();
    for (const minutes of [0, ...RETRY_MINUTES]) {
      laterBy(minutes);
      await send();
    }
    const { state, tries } = await getMail(portal.db, id);
    assert.deepEqual([state, tries], ['failed', RETRY_MINUTES.length + 1]);
  });

  it('waits for a mail server that is down', async () => {
    await server.close();
    const id = await write();
    await send();
    assert.equal((await getMail(portal.db, id)).state, 'waiting');
    server = await startMailServer();
  });

  it('lets letters to single people leave before those of a mailing to many', async () => {
    await write({ subject: 'An alle', bulk: true });
    await write({ subject: 'An eine' });
    await send();
    assert.deepEqual(
      server.mails.map((mail) => mail.subject),
      ['An eine', 'An alle'],
    );
  });

  it('asks once more before a letter leaves: it leaves with headers of its own, waits, or stays for good', async () => {
    const ids = [1, 2, 3].map((number) => write({ about: `alert:${number}`, subject: `Nr ${number}` }));
    const [leaves, waits, stays] = [await ids[0]!, await ids[1]!, await ids[2]!];
    const noon = new Date('2024-10-10T10:00:00Z');
    const answers = [{ headers: { 'List-Id': '<a.example>' } }, { wait: noon }, { withhold: 'errors:gone' }];
    const alert: MailHooks['beforeSending'][string] = async (_deps, { about }) =>
      answers[Number(about?.slice(-1)) - 1]!;
    const hooks = { ...NO_HOOKS, beforeSending: { alert } };
    assert.equal(await send(transport, hooks), 1);
    const listId = server.mails[0]?.headerLines.find(({ key }) => key === 'list-id')?.line;
    assert.equal(listId, 'List-ID: <a.example>');
    assert.equal((await getMail(portal.db, leaves)).state, 'sent');
    const waiting = await getMail(portal.db, waits);
    assert.deepEqual([waiting.state, waiting.notBefore], ['waiting', noon]);
    const stayed = await getMail(portal.db, stays);
    assert.deepEqual([stayed.state, stayed.lastError], ['cancelled', 'text:errors:gone']);
    assert.equal(server.mails.length, 1);
  });

  it('tells the feature of a letter that is given up, and whether the mailbox itself was refused', async () => {
    const told: [string, boolean][] = [];
    const alert: MailHooks['afterFailure'][string] = async (_trx, { to }, { noMailbox }) =>
      void told.push([to, noMailbox]);
    const hooks = { ...NO_HOOKS, afterFailure: { alert } };
    server.refuse('weg@verlag.example');
    await write({ about: 'alert:1', to: 'weg@verlag.example' });
    await write({ about: 'alert:2', to: 'nicht eine@verlag.example' });
    await write({ about: 'request:3', to: 'weg@verlag.example' });
    await send(transport, hooks);
    assert.deepEqual(told, [
      ['weg@verlag.example', true],
      ['nicht eine@verlag.example', false],
    ]);
  });

  it('lets one bad letter stop no other', async () => {
    await write({ to: 'a@verlag.example\r\nBcc: b@verlag.example' });
    await write({ attachments: [{ kind: 'nobody makes this', id: 1 }] });
    await write({ subject: 'Die dritte' });
    assert.equal(await send(), 1);
    assert.deepEqual(
      server.mails.map((mail) => mail.subject),
      ['Die dritte'],
    );
    assert.deepEqual(
      (await portal.db('outgoing_mails').orderBy('id')).map((row) => row.state),
      ['refused', 'waiting', 'sent'],
    );
  });

  it('repeats a letter whose sender died, after its lease and under the same Message-ID', async () => {
    const id = await write();
    const realNow = portal.realClock.now();
    // The process that claimed it has sent it, but died before it could note it down.
    const dead = await claimMail(
      portal.db,
      id,
      'dead process',
      realNow,
      new Date(realNow.getTime() + 120_000),
    );
    const message: MailMessage = { ...dead!, text: dead!.body, attachments: [], headers: {} };
    await transport.send(message);
    assert.equal(await send(), 0, 'not while the lease runs');
    await portal
      .db('outgoing_mails')
      .where({ id })
      .update({ claimed_until: new Date(realNow.getTime() - 1).toISOString() });
    assert.equal(await send(), 1);
    assert.equal(server.mails.length, 2);
    assert.equal(server.mails[0]?.messageId, server.mails[1]?.messageId);
  });

  it('does what follows a sent letter once, however often it is sent', async () => {
    let followed = 0;
    const follow: MailHooks['afterSent'] = {
      note: async () => {
        followed += 1;
      },
    };
    const id = await write({ afterSent: 'note' });
    await send(transport, { ...NO_HOOKS, afterSent: follow });
    await changeMail(portal.db, id, { step: 'resend', at: portal.clock.now() });
    assert.equal((await getMail(portal.db, id)).afterSent, 'note');
    assert.equal(await send(transport, { ...NO_HOOKS, afterSent: follow }), 1);
    assert.equal(followed, 1);
  });

  it('does what follows a sent letter together with noting it, or neither', async () => {
    const follow: MailHooks['afterSent'] = {
      note: async (trx) => void (await trx('portal_facts').insert({ key: 'followed', value: 'yes' })),
      fail: async (trx) => {
        await trx('portal_facts').insert({ key: 'half', value: 'done' });
        throw new Error('power cut');
      },
    };
    const good = await write({ afterSent: 'note' });
    await send(transport, { ...NO_HOOKS, afterSent: follow });
    const bad = await write({ afterSent: 'fail' });
    await assert.rejects(send(transport, { ...NO_HOOKS, afterSent: follow }), /power cut/);
    assert.deepEqual(await portal.db('portal_facts'), [{ key: 'followed', value: 'yes' }]);
    assert.equal((await getMail(portal.db, good)).state, 'sent');
    assert.equal((await getMail(portal.db, bad)).state, 'sending');
  });
});
