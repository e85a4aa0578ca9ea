import assert from 'node:assert/strict';
import { findSubscriber } from '../../src/alerts/subscriber-repository.js';
import { addRelease } from '../newsroom/example-release.js';
import { anEvent } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';
import { anEntry, aSubscriber, mailOut, sentBy } from './subscribing.js';

const PAGE = '/staff/releases/alerts';

describe('the press list at the desk', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  const plain = (html: string) =>
    html
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();

  it('counts addresses by topic and language, and shows no address', async () => {
    const event = await anEvent(portal);
    await aSubscriber(portal, { email: 'geheim@bote.example' });
    await aSubscriber(portal, {
      wishes: { languages: ['de', 'en'], topics: ['general', `event:${event.id}`] },
    });
    await anEntry(portal);
    await portal.sendMails();
    const { text } = await (await signInAs(portal, 'editor')).visit(PAGE);
    const said = plain(text);
    assert.match(said, /Bestätigte Adressen 2 /);
    assert.match(said, /Noch nicht bestätigt 1 /);
    assert.match(said, /Neu in 30 Tagen 2 0 abgemeldet/);
    assert.match(
      said,
      /Thema Deutsch Englisch Alle Medieninformationen 1 0 Allgemeines, .*? 1 1 Beispielkongress 1 1/,
    );
    assert.doesNotMatch(text, /geheim|beispielbote/);
    assert.match(said, /Noch ist nichts versandt/);
  });

  it('shows each mailing with its progress and what could not be delivered', async () => {
    for (let count = 0; count < 3; count += 1) await aSubscriber(portal);
    await portal.sendMails();
    await addRelease(portal.db, { title: 'Ganz neu', publishAt: MORNING });
    const browser = await signInAs(portal, 'editor');
    await mailOut(portal);
    assert.match(
      plain((await browser.visit(PAGE)).text),
      /Ganz neu Veröffentlichung Läuft .*? 0 von 3 gesendet/,
    );
    await sentBy(portal);
    assert.match(
      plain((await browser.visit(PAGE)).text),
      /Ganz neu Veröffentlichung Fertig .*? 3 von 3 gesendet/,
    );
    // As if the mail server had refused one of them.
    const { id, recipient } = await portal.db('outgoing_mails').where({ bulk: true }).first();
    const refused = { state: 'refused', last_error: `550 5.7.1 <${recipient}> Spam` };
    await portal.db('outgoing_mails').where({ id }).update(refused);
    await portal.db('alert_mailings').update({ sent: 2, failed: 1 });
    const { text } = await browser.visit(PAGE);
    assert.match(
      plain(text),
      /Fertig, mit Fehlern .*? 2 von 3 gesendet 1 nicht zustellbar 550 5\.7\.1 &lt;…&gt; Spam/,
    );
    assert.ok(!text.includes(recipient));
    const [resend] = /[^"]+\/resend(?=")/.exec(text) ?? [];
    assert.equal((await browser.send(PAGE, {}, String(resend))).status, 303);
    assert.match((await browser.visit(PAGE)).text, /werden noch einmal gesendet \(1\)/);
    assert.equal((await sentBy(portal)).length, 1);
    assert.equal((await browser.send(PAGE, {}, `${PAGE}/mailings/99/resend`)).status, 404);
  });

  it('finds one exact address for a caller and deletes it', async () => {
    const { id } = await aSubscriber(portal, { email: 'ruft.an@bote.example' });
    const browser = await signInAs(portal, 'editor');
    const find = (email: string) => browser.send(PAGE, { email }, `${PAGE}/find`);
    assert.match((await find('ruft')).text, /value="ruft"/);
    assert.equal((await find('ruft')).status, 400);
    assert.match(
      plain((await find('fremd@bote.example')).text),
      /fremd@bote\.example steht nicht im Verteiler/,
    );
    const found = await find('Ruft.An@bote.example');
    assert.match(found.text, new RegExp(`action="${PAGE}/${id}/delete"`));
    const deleted = await browser.send(PAGE, {}, `${PAGE}/${id}/delete`);
    assert.equal(deleted.status, 303);
    assert.match((await browser.visit(PAGE)).text, /Die Adresse ist gelöscht/);
    assert.equal(await findSubscriber(portal.db, id), undefined);
    const entry = await portal.db('audit_entries').where({ action: 'alert.deleted' }).first();
    assert.deepEqual([entry.subject, entry.actor], [`alert:${id}`, `staff:${browser.member.id}`]);
    assert.doesNotMatch(JSON.stringify(entry), /bote/);
    await browser.send(PAGE, {}, `${PAGE}/${id}/delete`);
    assert.match((await browser.visit(PAGE)).text, /war schon gelöscht/);
  });

  it('shows paused addresses, and lets letters go there again', async () => {
    const { id, email } = await aSubscriber(portal);
    await portal.sendMails();
    const paused = { paused_at: MORNING.toISOString(), failures: 3 };
    await portal.db('alert_subscribers').where({ id }).update(paused);
    const browser = await signInAs(portal, 'administrator');
    assert.ok((await browser.visit(PAGE)).text.includes(`: ${email}<`));
    await browser.send(PAGE, {}, `${PAGE}/${id}/resume`);
    const { pausedAt, failures } = (await findSubscriber(portal.db, id))!;
    assert.deepEqual([pausedAt, failures], [undefined, 0]);
    assert.ok(!(await browser.visit(PAGE)).text.includes(email));
  });

  it('is read by the auditor without addresses, and is closed to those without the newsroom', async () => {
    const { id, email } = await aSubscriber(portal);
    await portal.sendMails();
    await portal.db('alert_subscribers').where({ id }).update({ paused_at: MORNING.toISOString() });
    const auditor = await signInAs(portal, 'auditor');
    const { status, text } = await auditor.visit(PAGE);
    assert.equal(status, 200);
    assert.ok(!text.includes(email));
    assert.doesNotMatch(text, /\/find"/);
    for (const path of ['find', `${id}/delete`, `${id}/resume`])
      assert.equal((await auditor.send('/staff/account', { email }, `${PAGE}/${path}`)).status, 403, path);
    const reviewer = await signInAs(portal, 'reviewer');
    assert.equal((await reviewer.visit(PAGE)).status, 403);
    assert.doesNotMatch((await reviewer.visit('/staff')).text, /releases\/alerts/);
    assert.ok(await findSubscriber(portal.db, id));
  });
});
