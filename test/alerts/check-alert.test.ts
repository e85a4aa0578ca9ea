import assert from 'node:assert/strict';
import { listMailings } from '../../src/alerts/mailing-repository.js';
import { resendFailed } from '../../src/alerts/resend-failed.js';
import { findSubscriber } from '../../src/alerts/subscriber-repository.js';
import { mailHooks } from '../../src/composition.js';
import { type MailTransport, openMailTransport } from '../../src/platform/mail-transport.js';
import { sendWaitingMails } from '../../src/platform/outbox.js';
import { addRelease } from '../newsroom/example-release.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aSubscriber, mailOut } from './subscribing.js';

onBothDatabases('a letter of the press list at the mail server', (open) => {
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

  const publish = async (title: string) => {
    await addRelease(portal.db, { title, publishAt: portal.clock.now() });
    await mailOut(portal);
    await sendWaitingMails(portal, mailHooks, transport);
  };

  it('carries the headers by which mail programs unsubscribe and know the list', async () => {
    const { email } = await aSubscriber(portal);
    await publish('Neu');
    const mail = server.mails.find(({ subject }) => subject === 'Medieninformation: Neu');
    const header = (name: string) =>
      mail?.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, ' ');
    assert.match(
      header('list-unsubscribe') ?? '',
      /^List-Unsubscribe: <https:\/\/press\.example\/de\/press\/alerts\/\w+\.1\.[\w-]{32}\/unsubscribe>$/,
    );
    assert.equal(header('list-unsubscribe-post'), 'List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    assert.equal(header('list-id'), 'List-ID: <presseverteiler.press.example>');
    assert.equal(header('precedence'), 'Precedence: list');
    assert.equal(header('auto-submitted'), 'Auto-Submitted: auto-generated');
    assert.equal(header('to'), `To: ${email}`);
  });

  it('pauses an address after three letters in a row that found no mailbox, and sends it nothing more', async () => {
    const { id, email } = await aSubscriber(portal);
    await sendWaitingMails(portal, mailHooks, transport);
    server.refuse(email);
    for (const title of ['Eins', 'Zwei', 'Drei', 'Vier']) await publish(title);
    const subscriber = await findSubscriber(portal.db, id);
    assert.deepEqual([subscriber?.failures, subscriber?.pausedAt], [3, portal.clock.now()]);
    assert.deepEqual(
      (await listMailings(portal.db, 9)).map(({ letters, sent, failed }) => [letters, sent, failed]),
      [
        [0, 0, 0],
        [1, 0, 1],
        [1, 0, 1],
        [1, 0, 1],
      ],
    );
  });

  it('forgets earlier failures when a letter arrives', async () => {
    const { id, email } = await aSubscriber(portal);
    server.refuse(email);
    for (const title of ['Eins', 'Zwei']) await publish(title);
    assert.equal((await findSubscriber(portal.db, id))?.failures, 2);
    server.welcomeAll();
    await publish('Drei');
    assert.equal((await findSubscriber(portal.db, id))?.failures, 0);
  });

  it('holds nothing against an address when the mail server dislikes the letter', async () => {
    const { id, email } = await aSubscriber(portal);
    server.refuse(email, '5.7.1 Looks like spam');
    await publish('Eins');
    assert.equal((await findSubscriber(portal.db, id))?.failures, 0);
    assert.equal((await listMailings(portal.db, 9))[0]?.failed, 1);
  });

  it('sends what was given up again when the team asks for it, and only that', async () => {
    const [, refused] = [await aSubscriber(portal), await aSubscriber(portal)];
    await sendWaitingMails(portal, mailHooks, transport);
    server.refuse(refused.email, '5.7.1 Looks like spam');
    await publish('Eins');
    const by = await someMember(portal, 'editor');
    const [mailing] = await listMailings(portal.db, 9);
    server.welcomeAll();
    const before = server.mails.length;
    assert.equal(await resendFailed(portal, mailing!.id, by), 1);
    await sendWaitingMails(portal, mailHooks, transport);
    assert.deepEqual(
      server.mails.slice(before).map(({ subject }) => subject),
      ['Medieninformation: Eins'],
    );
    const after = (await listMailings(portal.db, 9))[0];
    assert.deepEqual([after?.letters, after?.sent, after?.failed], [2, 2, 0]);
    assert.equal(await resendFailed(portal, mailing!.id, by), 0);
  });

  it('holds nothing against an address when the mail server asks for patience', async () => {
    const { id, email } = await aSubscriber(portal);
    server.postpone(email);
    await publish('Eins');
    assert.equal((await findSubscriber(portal.db, id))?.failures, 0);
    assert.equal((await listMailings(portal.db, 9))[0]?.failed, 0);
  });
});
