import assert from 'node:assert/strict';
import { type Letter, queueMail } from '../../src/platform/outbox.js';
import { changeMail, claimMail } from '../../src/platform/outbox-repository.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('the outbox at the desk', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  const write = (letter: Partial<Letter> = {}) =>
    portal.db.transaction((trx) =>
      queueMail(
        trx,
        {
          kind: 'application:letters.confirm',
          to: 'jana@verlag.example',
          lang: 'de',
          subject: 'Ihre Akkreditierung',
          body: 'Guten Tag,\n\n{link}\n',
          link: { path: '/de/accreditation/TOKEN', purpose: 'status', id: 1, version: 1 },
          about: 'request:1',
          ...letter,
        },
        portal.clock.now(),
      ),
    );

  async function fail(id: number, step: 'refuse' | 'giveUp' | 'postpone', error: string) {
    const now = portal.realClock.now();
    await claimMail(portal.db, id, 'me', now, now);
    const later = new Date(portal.clock.now().getTime() + 15 * 60_000);
    const at = portal.clock.now();
    await changeMail(portal.db, id, {
      step,
      at,
      error,
      ...(step === 'postpone' ? { notBefore: later } : {}),
    });
  }

  it('shows every letter with its state in words, its reader, its tries and what the mail server said', async () => {
    await write({ subject: 'Noch da' });
    await fail(await write({ subject: 'Falsche Adresse' }), 'refuse', '550 User unknown');
    await fail(await write({ subject: 'Später noch einmal' }), 'postpone', '451 Greylisted');
    await portal.sendMails();
    const { text } = await (await signInAs(portal, 'administrator')).visit('/staff/outbox');
    assert.match(text, /Noch da[\s\S]*jana@<wbr>verlag\.<wbr>example[\s\S]*Gesendet/);
    assert.match(text, /Falsche Adresse[\s\S]*Abgelehnt[\s\S]*1 von 8[\s\S]*550 User unknown/);
    assert.match(text, /Später noch einmal[\s\S]*Neuer Versuch[\s\S]*451 Greylisted – nächster Versuch 9:15/);
    assert.match(text, /Es ist kein Mailserver eingestellt\. Schreiben verlassen das Portal nicht/);
    assert.match(text, /gespeichert, /);
  });

  it('names the mail server without its password', async () => {
    await portal.close();
    portal = await openPortal('sqlite', { smtpUrl: 'smtp://portal:geheim@smtp.behoerde.example:587' });
    await write();
    await portal.sendMails();
    const { text } = await (await signInAs(portal, 'administrator')).visit('/staff/outbox');
    assert.match(text, /smtp\.behoerde\.example/);
    assert.match(text, /vom Mailserver angenommen/);
    assert.doesNotMatch(text, /geheim/);
  });

  it('sorts by state, with the number of each', async () => {
    await fail(await write({ subject: 'Falsche Adresse' }), 'refuse', '550 User unknown');
    await write({ subject: 'Wartet noch' });
    await write({ subject: 'Wartet auch' });
    const browser = await signInAs(portal, 'administrator');
    const { text } = await browser.visit('/staff/outbox?state=undelivered');
    assert.match(text, /Falsche Adresse/);
    assert.doesNotMatch(text, /Wartet noch/);
    assert.match(text, /aria-current="page">Unzustellbar<span class="desk-count desk-count--due">1</);
    assert.match(text, />Wartet<span class="desk-count">2</);
    assert.match(text, />Alle<span class="desk-count">3</);
  });

  it('finds letters by address and subject, and takes signs of the search as they are', async () => {
    await write({ to: 'a_b@verlag.example', subject: 'Erste' });
    await write({ to: 'axb@verlag.example', subject: 'Zweite' });
    const browser = await signInAs(portal, 'administrator');
    const search = async (words: string) =>
      (await browser.visit(`/staff/outbox?q=${encodeURIComponent(words)}`)).text;
    assert.match(await search('A_B@'), /Erste/);
    assert.doesNotMatch(await search('a_b@'), /Zweite/);
    assert.match(await search('zWEIT'), /Zweite/);
    assert.match(await search('"><script>'), /Hier ist kein Schreiben zu finden/);
  });

  it('turns pages without losing or repeating a letter', async () => {
    for (let number = 1; number <= 60; number += 1) await write({ subject: `Mail Nr ${number}.` });
    const browser = await signInAs(portal, 'administrator');
    const seen: string[] = [];
    for (let path = '/staff/outbox'; path; ) {
      const { text } = await browser.visit(path);
      seen.push(...[...text.matchAll(/Mail Nr (\d+)\./g)].map(([, number]) => number!));
      path = /href="([^"]*before=\d+-\d+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 60 }, (_, at) => String(60 - at)),
    );
  });

  it('shows the text as it was sent, with a placeholder where the personal link stood', async () => {
    const id = await write();
    const [sent] = await portal.sendMails();
    const secret = /https:\S+/.exec(sent!.text)![0];
    const { text } = await (await signInAs(portal, 'administrator')).visit(`/staff/outbox/${id}`);
    assert.match(text, /Guten Tag,[\s\S]*\[persönlicher Link\]/);
    assert.equal(text.includes(secret.split('/').at(-1)!), false);
    assert.match(text, /mail\/(<wbr>)?[\w<>-]+\.<wbr>eml/);
  });

  it('sends a letter again, under a new number; that of a decision stays one', async () => {
    const id = await write({ afterSent: 'decision' });
    const [first] = await portal.sendMails();
    const browser = await signInAs(portal, 'reviewer');
    const answer = await browser.send(`/staff/outbox/${id}`, {}, `/staff/outbox/${id}/resend`);
    assert.equal(answer.status, 303);
    const [second] = await portal.sendMails();
    assert.equal(second?.to, 'jana@verlag.example');
    assert.notEqual(second?.messageId, first?.messageId);
    assert.equal((await portal.db('outgoing_mails').where({ id }).first()).after_sent, 'decision');
    assert.equal((await portal.db('audit_entries').where({ action: 'letter.resent' })).length, 1);
  });

  it('keeps what follows a letter that was never sent', async () => {
    const id = await write({ afterSent: 'decision' });
    await fail(id, 'refuse', '550 User unknown');
    const browser = await signInAs(portal, 'reviewer');
    await browser.send('/staff/outbox', {}, `/staff/outbox/${id}/resend`);
    assert.equal((await portal.db('outgoing_mails').where({ id }).first()).after_sent, 'decision');
  });

  it('notes that a sent letter came back, and counts it in the navigation', async () => {
    const id = await write();
    await portal.sendMails();
    const browser = await signInAs(portal, 'administrator');
    await browser.send(`/staff/outbox/${id}`, {}, `/staff/outbox/${id}/bounce`);
    const { text } = await browser.visit(`/staff/outbox/${id}`);
    assert.match(text, /Zurückgekommen/);
    assert.match(text, /desk-count--due">1<span class="kern-sr-only"> unzustellbar/);
  });

  it('stops a waiting letter, but not that of a decision', async () => {
    const [plain, decision] = [await write(), await write({ afterSent: 'decision' })];
    const browser = await signInAs(portal, 'administrator');
    assert.equal((await browser.send('/staff/outbox/1', {}, `/staff/outbox/${plain}/cancel`)).status, 303);
    const refused = await browser.send('/staff/outbox/1', {}, `/staff/outbox/${decision}/cancel`);
    assert.equal(refused.status, 409);
    assert.match(refused.text, /gehört zu einer Entscheidung/);
    assert.equal((await portal.sendMails()).length, 1);
  });

  it('sends the letter of a decision no more once it was decided anew, until that is taken back', async () => {
    const rejection = await write({ afterSent: 'decision', subject: 'Abgelehnt' });
    await fail(rejection, 'giveUp', '451 Greylisted');
    const approval = await write({ afterSent: 'decision', subject: 'Zugesagt' });
    const browser = await signInAs(portal, 'administrator');
    const resend = () => browser.send(`/staff/outbox/${rejection}`, {}, `/staff/outbox/${rejection}/resend`);
    const refused = await resend();
    assert.equal(refused.status, 409);
    assert.match(refused.text, /inzwischen neu entschieden/);
    await changeMail(portal.db, approval, { step: 'cancel', at: portal.clock.now() });
    assert.equal((await resend()).status, 303);
  });

  it('sends what the reader knows already again while a new decision waits, and no more once that has left', async () => {
    const approval = await write({ afterSent: 'decision', subject: 'Zugesagt' });
    await portal.sendMails();
    const later = new Date(portal.clock.now().getTime() + 5 * 60_000);
    const revocation = await write({ afterSent: 'decision', subject: 'Widerruf', notBefore: later });
    const browser = await signInAs(portal, 'administrator');
    const resend = () => browser.send(`/staff/outbox/${approval}`, {}, `/staff/outbox/${approval}/resend`);
    await fail(revocation, 'giveUp', '451 Greylisted');
    assert.equal((await resend()).status, 409);
    await changeMail(portal.db, revocation, { step: 'resend', at: portal.clock.now() });
    assert.equal((await resend()).status, 303);
  });

  it('sends an earlier decision no more while the later one, which left before, waits to be sent again', async () => {
    const approval = await write({ afterSent: 'decision', subject: 'Zugesagt' });
    const revocation = await write({ afterSent: 'decision', subject: 'Widerruf' });
    await portal.sendMails();
    const browser = await signInAs(portal, 'administrator');
    const resend = (id: number) => browser.send(`/staff/outbox/${id}`, {}, `/staff/outbox/${id}/resend`);
    assert.equal((await resend(revocation)).status, 303);
    assert.equal((await resend(approval)).status, 409);
    await portal.sendMails();
    assert.equal((await resend(approval)).status, 409);
  });

  it('says clearly when somebody else was faster', async () => {
    const id = await write();
    const browser = await signInAs(portal, 'administrator');
    const formToken = await browser.tokenAt(`/staff/outbox/${id}`);
    await portal.sendMails();
    const answer = await browser.agent.post(`/staff/outbox/${id}/cancel`).type('form').send({ formToken });
    assert.equal(answer.status, 409);
    assert.match(answer.text, /Dieses Schreiben ist in der Zwischenzeit weiter/);
  });

  it('answers 404 for letters and pages that do not exist', async () => {
    const browser = await signInAs(portal, 'administrator');
    for (const path of ['/staff/outbox/4711', '/staff/outbox/x', '/staff/outbox/99999999999']) {
      assert.equal((await browser.visit(path)).status, 404, path);
    }
    assert.equal((await browser.visit('/staff/outbox?before=-1&state=nonsense')).status, 200);
  });

  describe('keeps to the rights of each role', () => {
    const letters = { request: 'Zum Antrag', release: 'Zur Meldung', staff: 'Zur Einladung' };
    const sees = {
      administrator: ['request', 'release', 'staff'],
      auditor: ['request', 'release', 'staff'],
      reviewer: ['request'],
      editor: ['release'],
    } as const;

    for (const [role, own] of Object.entries(sees) as [keyof typeof sees, readonly string[]][]) {
      it(`${role}: ${own.join(', ')}`, async () => {
        const ids: Record<string, number> = {};
        for (const [subject, title] of Object.entries(letters)) {
          ids[subject] = await write({ about: `${subject}:1`, subject: title });
        }
        await portal.sendMails();
        const browser = await signInAs(portal, role);
        const { text } = await browser.visit('/staff/outbox');
        for (const [subject, title] of Object.entries(letters)) {
          const visible = own.includes(subject);
          assert.equal(text.includes(title), visible, title);
          const letter = `/staff/outbox/${ids[subject]}`;
          assert.equal((await browser.visit(letter)).status, visible ? 200 : 404, letter);
          const resent = await browser.send('/staff/account', {}, `${letter}/resend`);
          assert.equal(resent.status, role === 'auditor' ? 403 : visible ? 303 : 404, `resend ${title}`);
        }
      });
    }

    it('check-in: nothing', async () => {
      const browser = await signInAs(portal, 'checkin');
      assert.equal((await browser.visit('/staff/outbox')).status, 403);
      assert.doesNotMatch((await browser.visit('/staff/account')).text, /\/staff\/outbox/);
    });

    it('an auditor finds no button', async () => {
      const id = await write();
      await portal.sendMails();
      const { text } = await (await signInAs(portal, 'auditor')).visit(`/staff/outbox/${id}`);
      assert.doesNotMatch(text, /\/resend|\/bounce|\/cancel/);
    });

    it('only an administrator stops a letter', async () => {
      const id = await write();
      const browser = await signInAs(portal, 'reviewer');
      assert.equal((await browser.send('/staff/outbox', {}, `/staff/outbox/${id}/cancel`)).status, 403);
    });
  });
});
