import assert from 'node:assert/strict';
import { shippedLetter } from '../../src/platform/letters.js';
import { listMailsAbout } from '../../src/platform/outbox-repository.js';
import { sendMessage } from '../../src/review/send-message.js';
import type { Browser } from '../support/browser.js';
import { aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs, someMember } from '../support/staff.js';

const LIST = '/staff/settings/letters';
const PAGE = `${LIST}/decisions/message`;
const KEY = 'decisions:letters.message';
const BODY = 'Liebe Presse, {name}:\n\n{text}\n\n{link}';
const shipped = { de: shippedLetter(KEY, 'de'), en: shippedLetter(KEY, 'en') };
const AS_SHIPPED = {
  version: '0',
  step: 'save',
  subjectDe: shipped.de.subject,
  bodyDe: shipped.de.body,
  subjectEn: shipped.en.subject,
  bodyEn: shipped.en.body,
};

describe('the texts of letters at the desk', () => {
  let portal: TestPortal;
  let admin: Browser & { member: { email: string; name: string } };
  before(async () => {
    portal = await openPortal();
    admin = await signInAs(portal, 'administrator');
  });
  after(() => portal.close());
  afterEach(async () => {
    await portal.db('letter_versions').delete();
    await portal.db('outgoing_mails').delete();
  });

  const save = (changes: Record<string, string>) => admin.send(PAGE, { ...AS_SHIPPED, ...changes });
  const versions = () => portal.db('letter_versions').where({ key: KEY }).orderBy('number');

  it('are listed by occasion, with those marked that the team changed', async () => {
    assert.equal((await save({ bodyDe: BODY })).status, 303);
    const { text } = await admin.visit(LIST);
    assert.match(text, /Entscheidungen und Nachfragen[\s\S]*Ablehnung[\s\S]*Wie ausgeliefert/);
    assert.match(text, /Nachricht<[\s\S]*?Deutsch geändert[\s\S]*?Mia Muster \d+, 10\.\sOktober\s2024/);
  });

  it('show the letter with sample values, its link and the texts of the settings', async () => {
    const { text } = await admin.visit(`${LIST}/decisions/rejected`);
    assert.match(text, /Guten Tag Mara Musterfeld,/);
    assert.match(text, /https:\/\/press\.example\/de\/accreditation\/BEISPIEL/);
    assert.match(text, /Hello Mara Musterfeld,/);
  });

  it('are saved with who, when and an audit entry; the next letter carries the new text, a waiting one the old', async () => {
    const request = await aRequest(portal);
    const by = await someMember(portal, 'reviewer');
    const write = (text: string) => sendMessage(portal, { reference: request.reference, text, by });
    await write('Erstens.');
    assert.equal((await save({ bodyDe: BODY, subjectDe: 'Zu {reference}' })).status, 303);
    assert.match((await admin.visit(PAGE)).text, /Der neue Text ist gespeichert/);
    await write('Zweitens.');
    const letters = (await listMailsAbout(portal.db, `request:${request.id}`)).filter(
      ({ kind }) => kind === KEY,
    );
    assert.deepEqual(
      letters.map(({ subject }) => subject),
      [`Nachricht zu Ihrem Antrag ${request.reference}`, `Zu ${request.reference}`],
    );
    assert.equal(letters[1]?.body, 'Liebe Presse, Mara Musterfeld:\n\nZweitens.\n\n{link}\n');
    const entry = await portal.db('audit_entries').where({ action: 'letter_text.changed' }).first();
    assert.equal(entry.subject, 'letter_text:decisions.message');
    assert.deepEqual(JSON.parse(entry.details), { version: 1, own: 'de', restored: null });
  });

  it('stay the shipped ones in a language nobody changed', async () => {
    await save({ bodyDe: BODY });
    assert.equal(JSON.parse((await versions())[0].texts).en, null);
  });

  for (const [what, changes, message] of [
    [
      'an unknown placeholder',
      { bodyDe: `${BODY} {nmae}` },
      /Text \(Deutsch\): \{nmae\} gibt es in diesem Schreiben nicht\. Meinten Sie \{name\}\?/,
    ],
    ['a missing link', { bodyEn: 'Hello {name}: {text}' }, /Text \(Englisch\): \{link\} fehlt/],
    ['no subject', { subjectEn: ' ' }, /Betreff \(Englisch\): Bitte füllen Sie dieses Feld aus/],
    ['a subject of 201 characters', { subjectDe: 'x'.repeat(201) }, /höchstens 200 Zeichen/],
  ] as const) {
    it(`are refused with ${what}, and everything typed is kept`, async () => {
      const res = await save({ subjectDe: 'Mein <Betreff>', ...changes });
      assert.equal(res.status, 400);
      assert.match(res.text, message);
      if (!('subjectDe' in changes)) assert.match(res.text, /value="Mein &lt;Betreff&gt;"/);
      assert.equal((await versions()).length, 0);
    });
  }

  it('show a preview of what is typed, saving nothing, and mark what nobody fills', async () => {
    const res = await save({ step: 'preview', bodyDe: BODY });
    assert.equal(res.status, 200);
    assert.match(res.text, /Liebe Presse, Mara Musterfeld:/);
    const wrong = await save({ step: 'preview', bodyDe: `${BODY} {nmae}` });
    assert.match(
      wrong.text,
      /id="preview-de"[\s\S]*So kann der Text nicht gespeichert werden[\s\S]*BEISPIEL \{nmae\}/,
    );
    assert.equal((await versions()).length, 0);
  });

  it('go to oneself as a sample, with invented details and without saving', async () => {
    const res = await save({ step: 'test-de', bodyDe: BODY });
    assert.equal(res.status, 200);
    assert.match(res.text, /Die Probe mit Beispielangaben ist unterwegs an/);
    assert.match(res.text, /Liebe Presse, \{name\}:/, 'what was typed is still there');
    const [mail, ...more] = await portal.sendMails();
    assert.deepEqual(more, []);
    assert.equal(mail?.to, admin.member.email);
    assert.equal(mail?.subject, '[Probe] Nachricht zu Ihrem Antrag TEK24-7K3F');
    assert.match(mail?.text ?? '', /^Liebe Presse, Mara Musterfeld:[\s\S]*\/de\/accreditation\/BEISPIEL/);
    assert.equal((await versions()).length, 0);
  });

  it('tell the second of two editors, show both texts and lose nothing', async () => {
    await save({ bodyDe: `${BODY}\n\nErste Fassung` });
    const second = await save({ bodyDe: `${BODY}\n\nZweite Fassung` });
    assert.equal(second.status, 409);
    assert.match(second.text, /Jemand war schneller[\s\S]*Mia Muster/);
    assert.match(second.text, /<del>[\s\S]*?Erste[\s\S]*?<ins>[\s\S]*?Zweite/);
    assert.match(second.text, /<textarea[\s\S]*?Zweite Fassung<\/textarea>/);
    assert.equal((await versions()).length, 1);
    const version = /name="version" value="(\d+)"/.exec(second.text)![1]!;
    assert.equal((await save({ bodyDe: `${BODY}\n\nZweite Fassung`, version })).status, 303);
    assert.equal((await versions()).length, 2);
  });

  it('are read but not written by auditors, and closed to others', async () => {
    const auditor = await signInAs(portal, 'auditor');
    const { status, text } = await auditor.visit(PAGE);
    assert.equal(status, 200);
    assert.doesNotMatch(text, /<textarea/);
    assert.match(text, /zu Ihrem Antrag \{reference\}/);
    assert.equal((await auditor.send(PAGE, AS_SHIPPED)).status, 403);
    for (const role of ['reviewer', 'editor', 'checkin'] as const)
      assert.equal((await (await signInAs(portal, role)).visit(LIST)).status, 403, role);
  });

  it('exist for letters of the portal only', async () => {
    assert.equal((await admin.visit(`${LIST}/decisions/nothing`)).status, 404);
    assert.equal((await admin.visit(`${LIST}/__proto__/message`)).status, 404);
  });
});
