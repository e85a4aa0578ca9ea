import assert from 'node:assert/strict';
import { findRequest, listDocuments, listHistory, type RequestInput } from '../../src/accreditation/index.js';
import type { Event } from '../../src/events/index.js';
import { type Intake, takeInRequest } from '../../src/intake/take-in-request.js';
import { Conflict } from '../../src/platform/errors.js';
import type { Member } from '../../src/staff/index.js';
import { anEvent, aPdf, aRequest, aRequestInput } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

onBothDatabases('taking in a request', (open) => {
  let portal: TestPortal;
  let by: Member;
  let event: Event;
  beforeEach(async () => {
    portal = await open();
    by = await someMember(portal, 'reviewer', { name: 'Ute Ordner' });
    event = await anEvent(portal);
  });
  afterEach(() => portal.close());

  const takeIn = (input: Partial<RequestInput> = {}, wish: Partial<Intake> = {}) =>
    takeInRequest(portal, {
      ...{ event, by, lang: 'en', channel: 'phone', slotIds: [], nonce: 'form-number-1' },
      ...wish,
      input: aRequestInput(input),
    });
  const howMany = async (table: string) => Number((await portal.db(table).count({ n: '*' }).first())!.n);

  it('counts at once, names who took it in, and tells the person in their language', async () => {
    const request = await takeIn();
    assert.deepEqual([request.state, request.shownState], ['received', 'received']);
    assert.deepEqual(request.confirmedAt, portal.clock.now());
    const history = await listHistory(portal.db, request.id);
    assert.deepEqual(
      history.map(({ step, actorName, details }) => [step, actorName, details.channel]),
      [['take_in', 'Ute Ordner', 'phone']],
    );
    const [mail] = await portal.sendMails();
    assert.match(mail!.subject, new RegExp(`We have taken down your application ${request.reference}`));
    assert.match(mail!.text, /press\.example\/en\/accreditation\/[^/\s]+\n/);
    assert.match(mail!.text, /for you\. This is how you told us on the phone\./);
    const audit = await portal.db('audit_entries').orderBy('id', 'desc').first();
    assert.equal(audit.action, 'request.taken-in');
    assert.doesNotMatch(audit.details, /Musterfeld/);
  });

  it('keeps the file that came by mail', async () => {
    const content = aPdf();
    const { id } = await takeIn(
      { proofKind: 'assignment' },
      { upload: { originalName: 'auftrag.pdf', kind: 'application/pdf', content } },
    );
    const [document] = await listDocuments(portal.db, id);
    assert.deepEqual(await portal.files.read(document!.file), content);
  });

  it('makes one request of two clicks, also at the same moment', async () => {
    const [one, two] = await Promise.all([takeIn(), takeIn()]);
    const three = await takeIn();
    assert.deepEqual([two.id, three.id], [one.id, one.id]);
    assert.equal(await howMany('outgoing_mails'), 1);
  });

  it('refuses a second request of the same address and leaves nothing behind', async () => {
    const earlier = await aRequest(portal, { event });
    await assert.rejects(
      takeIn(
        { email: earlier.email.toUpperCase() },
        { upload: { originalName: 'a.pdf', kind: 'application/pdf', content: aPdf() } },
      ),
      Conflict,
    );
    assert.equal(await howMany('accreditation_requests'), 1);
    assert.equal(await howMany('request_documents'), 0);
    assert.equal((await findRequest(portal.db, earlier.id))!.version, earlier.version);
  });
});
