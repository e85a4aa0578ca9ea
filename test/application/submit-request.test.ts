import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listDocuments, listHistory, listSlotWishes } from '../../src/accreditation/index.js';
import { findSubmitted, type Submission, submitRequest } from '../../src/application/submit-request.js';
import type { Event } from '../../src/events/index.js';
import { anEvent, aPdf, aRequest, aRequestInput, aSlot, aWithdrawal } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const upload = (content = aPdf()) =>
  ({ originalName: 'auftrag.pdf', kind: 'application/pdf', content }) as const;

onBothDatabases('handing in a request', (open) => {
  let portal: TestPortal;
  let event: Event;
  beforeEach(async () => {
    portal = await open();
    event = await anEvent(portal);
  });
  afterEach(() => portal.close());

  const submission = (overrides: Partial<Submission> = {}): Submission => ({
    event,
    lang: 'de',
    nonce: 'one-form',
    input: aRequestInput(),
    slotIds: [],
    ...overrides,
  });
  const storedFiles = () => {
    const folder = join(portal.config.dataDir, 'uploads');
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  };

  it('keeps everything of it, waiting for the confirmation', async () => {
    const slot = await aSlot(portal, event);
    const input = aRequestInput({ proofKind: 'assignment', note: 'Danke' });
    const request = await submitRequest(portal, submission({ input, slotIds: [slot.id], upload: upload() }));
    assert.equal(request.state, 'unconfirmed');
    assert.match(request.reference, new RegExp(`^${event.shortCode}-[234679A-Z]{4}$`));
    assert.equal(request.note, 'Danke');
    assert.equal(request.imprintUrl, '');
    const [document] = await listDocuments(portal.db, request.id);
    assert.deepEqual(await portal.files.read(document!.file), aPdf());
    assert.equal(document!.originalName, 'auftrag.pdf');
    assert.deepEqual(await listSlotWishes(portal.db, request.id), [{ slotId: slot.id, state: 'wished' }]);
    const [entry] = await listHistory(portal.db, request.id);
    assert.deepEqual([entry!.step, entry!.state, entry!.actor], ['submit', 'unconfirmed', 'applicant']);
    const [audit] = await portal.db('audit_entries');
    assert.equal(audit.action, 'request.submitted');
    assert.doesNotMatch(JSON.stringify(audit), /Musterfeld/);
  });

  it('writes a letter that asks for confirmation and repeats no word of the sender', async () => {
    await submitRequest(portal, submission({ input: aRequestInput({ firstName: 'Kaufen Sie jetzt' }) }));
    const [mail, ...others] = await portal.sendMails();
    assert.deepEqual(others, []);
    assert.equal(mail!.to, 'mara.musterfeld@beispielbote.example');
    assert.match(mail!.text, /https:\/\/press\.example\/de\/accreditation\/confirm\/\S+/);
    assert.match(mail!.text, /12\.\u00A0Oktober 2024/);
    assert.match(mail!.text, /Presseteam Musterministerium/);
    assert.doesNotMatch(mail!.subject + mail!.text, /Kaufen/);
  });

  it('speaks the language of the form', async () => {
    await submitRequest(portal, submission({ lang: 'en' }));
    const [mail] = await portal.sendMails();
    assert.match(mail!.subject, /Please confirm/);
    assert.match(mail!.text, /press\.example\/en\/accreditation\/confirm\//);
  });

  it('takes two clicks for one request', async () => {
    const first = await submitRequest(portal, submission({ upload: upload() }));
    const second = await submitRequest(portal, submission({ upload: upload() }));
    assert.equal(second.id, first.id);
    assert.equal((await portal.sendMails()).length, 1);
    assert.equal(storedFiles().length, 1);
  });

  it('takes two clicks at the same moment for one request', async () => {
    const [first, second] = await Promise.all([
      submitRequest(portal, submission({ upload: upload() })),
      submitRequest(portal, submission({ upload: upload() })),
    ]);
    assert.equal(second.id, first.id);
    assert.equal((await portal.sendMails()).length, 1);
    assert.equal(storedFiles().length, 1);
  });

  it('takes the same form with another name for another request: somebody went back and asked for a colleague', async () => {
    const first = await submitRequest(portal, submission());
    const second = await submitRequest(portal, submission({ input: aRequestInput({ firstName: 'Mika' }) }));
    assert.notEqual(second.id, first.id);
  });

  it('finds what an identical click made', async () => {
    assert.equal(await findSubmitted(portal, submission()), undefined);
    const request = await submitRequest(portal, submission());
    assert.equal((await findSubmitted(portal, submission()))!.id, request.id);
  });

  it('leaves no file behind when the request could not be kept', async () => {
    const failing = submitRequest(portal, submission({ slotIds: [999], upload: upload() }));
    await assert.rejects(failing);
    assert.deepEqual(storedFiles(), []);
    assert.deepEqual(await portal.db('accreditation_requests'), []);
  });

  it('sends the way to the first request when the same address asks again, and keeps the new one apart', async () => {
    const first = await aRequest(portal, { event, input: { email: 'mara@bote.example' } });
    await portal.sendMails();
    const second = await submitRequest(
      portal,
      submission({ input: aRequestInput({ email: 'MARA@bote.example' }) }),
    );
    assert.notEqual(second.id, first.id);
    assert.equal(second.state, 'unconfirmed');
    const [mail, ...others] = await portal.sendMails();
    assert.deepEqual(others, []);
    assert.equal(mail!.to, 'mara@bote.example');
    assert.match(mail!.text, new RegExp(first.reference));
    assert.match(mail!.text, /\/de\/accreditation\/[^/\s]+\n/);
    assert.doesNotMatch(mail!.text, /accreditation\/confirm|Musterfeld, Mika/);
  });

  it('lets the same address ask for another event, and again after withdrawing', async () => {
    const email = 'mara@bote.example';
    const first = await aRequest(portal, { event, input: { email } });
    await aWithdrawal(portal, first);
    await portal.sendMails();
    await submitRequest(portal, submission({ input: aRequestInput({ email }) }));
    await submitRequest(
      portal,
      submission({ event: await anEvent(portal), input: aRequestInput({ email }) }),
    );
    const mails = await portal.sendMails();
    assert.equal(mails.filter(({ text }) => /accreditation\/confirm/.test(text)).length, 2);
  });

  it('sends nothing to a mailbox that has got enough', async () => {
    await submitRequest(portal, submission({ quiet: true }));
    assert.deepEqual(await portal.sendMails(), []);
  });
});
