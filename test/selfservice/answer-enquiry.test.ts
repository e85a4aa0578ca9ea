import assert from 'node:assert/strict';
import { findRequest, listDocuments, listHistory, listMessages } from '../../src/accreditation/index.js';
import { Conflict, Gone } from '../../src/platform/errors.js';
import { answerEnquiry } from '../../src/selfservice/answer-enquiry.js';
import { aHistoryEntry, anApplicant, noticesOf } from '../support/applicant.js';
import { aPdf } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

const upload = () => ({ originalName: 'auftrag.pdf', kind: 'application/pdf' as const, content: aPdf() });

onBothDatabases('answering a further enquiry', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const answer = (id: number, submission = 'a', text = 'Hier ist er.') =>
    answerEnquiry(portal, id, { text, upload: upload(), submission });

  it('gives the request back to the team, with words and file, and tells the team', async () => {
    const { request } = await anApplicant(portal, { state: 'info_requested' });
    await answer(request.id);
    const after = await findRequest(portal.db, request.id);
    assert.deepEqual([after?.state, after?.shownState], ['in_review', 'in_review']);
    const [document] = await listDocuments(portal.db, request.id);
    assert.deepEqual([document?.originalName, document?.origin], ['auftrag.pdf', 'answer']);
    assert.deepEqual(await portal.files.read(document!.file), aPdf());
    const [message] = await listMessages(portal.db, request.id);
    assert.deepEqual(
      [message?.text, message?.direction, message?.documentId],
      ['Hier ist er.', 'from_applicant', document?.id],
    );
    assert.equal((await listHistory(portal.db, request.id)).at(-1)?.step, 'answer');
    assert.deepEqual(await noticesOf(portal, 'answer'), [{ requestId: request.id, occasion: 'answer' }]);
    const [audit] = await portal.db('audit_entries').where({ action: 'request.answered' });
    assert.equal(audit.subject, `request:${request.id}`);
    assert.equal(audit.details.includes('Hier'), false);
  });

  describe('and who goes on with it', () => {
    async function asked(assignedTo: number | null, by: number) {
      const { request } = await anApplicant(portal, { state: 'info_requested', change: { assignedTo } });
      const entry = { step: 'enquire', state: 'info_requested', actor: `staff:${by}` } as const;
      await aHistoryEntry(portal, request, entry);
      await answer(request.id, `b${request.id}`);
      return (await findRequest(portal.db, request.id))?.assignedTo;
    }

    it('is the reviewer in charge, else who asked, else nobody', async () => {
      const [mia, max] = [await someMember(portal, 'reviewer'), await someMember(portal, 'reviewer')];
      const gone = await someMember(portal, 'reviewer');
      await portal.db('staff').where({ id: gone.id }).update({ state: 'closed' });
      assert.equal(await asked(mia.id, max.id), mia.id);
      assert.equal(await asked(null, max.id), max.id);
      assert.equal(await asked(gone.id, max.id), max.id, 'somebody who left does not keep it');
      assert.equal(await asked(null, gone.id), undefined);
    });
  });

  it('counts once, however often the same form is sent, and keeps one file', async () => {
    const { request } = await anApplicant(portal, { state: 'info_requested' });
    await Promise.all([answer(request.id), answer(request.id)]);
    await answer(request.id);
    assert.equal((await listMessages(portal.db, request.id)).length, 1);
    assert.equal((await listDocuments(portal.db, request.id)).length, 1);
  });

  it('is refused when nothing is asked, and leaves nothing behind', async () => {
    const { request } = await anApplicant(portal, { state: 'received' });
    await assert.rejects(answer(request.id), Conflict);
    assert.deepEqual(await listMessages(portal.db, request.id), []);
    assert.deepEqual(await listDocuments(portal.db, request.id), []);
  });

  it('is gone when the request was erased', async () => {
    await assert.rejects(answer(4711), Gone);
  });

  it('does not take back a decision whose letter still waits', async () => {
    const { request } = await anApplicant(portal, { state: 'approved', shownState: 'info_requested' });
    await answer(request.id);
    const after = await findRequest(portal.db, request.id);
    assert.deepEqual([after?.state, after?.shownState], ['approved', 'in_review']);
  });
});
