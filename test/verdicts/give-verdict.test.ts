import assert from 'node:assert/strict';
import { type AccreditationRequest, listDocuments, listHistory } from '../../src/accreditation/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { eraseRequest } from '../../src/privacy/erase-request.js';
import type { Member } from '../../src/staff/index.js';
import { giveVerdict, type VerdictOrder } from '../../src/verdicts/give-verdict.js';
import { readJudgedProofs } from '../../src/verdicts/read-judged-proofs.js';
import { aPdf, aRequest } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

onBothDatabases('judging a proof', (open) => {
  let portal: TestPortal;
  let by: Member;
  let request: AccreditationRequest;
  before(async () => {
    portal = await open();
    by = await someMember(portal, 'reviewer');
  });
  after(() => portal.close());
  beforeEach(async () => {
    request = await aRequest(portal, {
      input: { proofKind: 'press_card', imprintUrl: '' },
      upload: { originalName: 'Ausweis Mara.pdf', kind: 'application/pdf', content: aPdf() },
    });
  });

  const judged = async () => (await readJudgedProofs(portal.db, [request])).get(request.id) ?? [];
  const give = async (order: Partial<VerdictOrder> = {}) => {
    const [{ proof, verdict } = { proof: { key: '' }, verdict: undefined }] = await judged();
    const shown = { proof: proof.key, seen: verdict?.id ?? 0 };
    const { reference } = request;
    await giveVerdict(portal, { reference, verdict: 'valid', reason: '', by, ...shown, ...order });
  };
  const verdictOf = async () => (await judged())[0]?.verdict;

  it('keeps verdict, reason, who and when, and can be changed', async () => {
    await give({ verdict: 'not_valid', reason: 'Anderer Name' });
    const first = await verdictOf();
    assert.deepEqual(
      [first?.verdict, first?.reason, first?.actorName, first?.at],
      ['not_valid', 'Anderer Name', by.name, portal.clock.now()],
    );
    await give({ verdict: 'valid' });
    assert.equal((await verdictOf())?.verdict, 'valid');
  });

  it('stands in the history of the office and in the audit log, which names no file and no reason', async () => {
    await give({ verdict: 'not_valid', reason: 'Anderer Name' });
    const entry = (await listHistory(portal.db, request.id)).at(-1);
    const [document] = await listDocuments(portal.db, request.id);
    assert.equal(entry?.step, 'verdict');
    assert.equal(entry?.shownAt, undefined);
    assert.deepEqual(entry?.details, {
      ...{ verdict: 'not_valid', text: 'Anderer Name' },
      document: String(document?.id),
    });
    const audit = await portal.db('audit_entries').orderBy('id', 'desc').first();
    assert.deepEqual(
      [audit.action, JSON.parse(audit.details)],
      ['request.verdict', { verdict: 'not_valid', document: document?.id }],
    );
  });

  it('changes nothing when the same is said twice', async () => {
    await give({ verdict: 'expired' });
    await give({ verdict: 'expired', seen: 0 });
    const rows = await portal.db('proof_verdicts').where({ request_id: request.id });
    assert.equal(rows.length, 1);
  });

  it('does not pass over the verdict of somebody who was faster', async () => {
    const other = await someMember(portal, 'reviewer');
    await give({ verdict: 'expired', by: other });
    await assert.rejects(give({ verdict: 'valid', seen: 0 }), Conflict);
    assert.equal((await verdictOf())?.verdict, 'expired');
  });

  it('does not judge what is no longer there as it was shown', async () => {
    await assert.rejects(give({ proof: 'document:999999' }), Conflict);
    await assert.rejects(give({ proof: 'entered:0000000000000000' }), Conflict);
  });

  it('judges what was entered where there is no document', async () => {
    request = await aRequest(portal, { input: { proofKind: 'imprint' } });
    await give({ verdict: 'valid' });
    assert.equal((await verdictOf())?.verdict, 'valid');
  });

  it('is gone with the document and with the request', async () => {
    await give({ verdict: 'not_valid', reason: 'Gehört Mara nicht' });
    await eraseRequest(portal, request.id);
    assert.deepEqual(await portal.db('proof_verdicts').where({ request_id: request.id }), []);
  });
});
